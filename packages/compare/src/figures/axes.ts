import { NUMBER_FORMAT } from '@deelema/plots';
import type { ComparedObservable } from '../comparison.ts';
import { OBSERVABLES } from '../observables/observables.ts';

/**
 * The horizontal axis of an observable.
 *
 * @param observable The observable.
 * @param labelled Whether labels and title are shown: those of a ratio stand for the panel above it too.
 */
export function xAxis({ name, unit, edges }: ComparedObservable, labelled: boolean) {
  const title = OBSERVABLES[name].label + { GeV: ' [GeV]', degree: ' [°]', '': '' }[unit];
  const axis = { format: '.8~g', tickCount: 4, labels: labelled, title: labelled ? title : null };
  return {
    field: 'x',
    type: 'quantitative' as const,
    scale: { domain: [edges[0], edges[edges.length - 1]], nice: false },
    axis,
  };
}

/** A vertical axis with ticks at given values, or at about four round ones. */
export function yAxis(
  title: string,
  domain: readonly [number, number],
  values?: readonly number[]
) {
  const ticks =
    values === undefined ? { tickCount: 4 } : { values: [...values], labelOverlap: false };
  return {
    field: 'y',
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false },
    axis: { title, format: NUMBER_FORMAT, ...ticks },
  };
}
