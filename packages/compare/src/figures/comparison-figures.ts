import type { Figure } from '@deelema/plots';
import type { ComparedObservable, Comparison } from '../comparison.ts';
import type { Group } from '../observables/observable.ts';
import { caption } from './caption.ts';
import { observablePanel } from './observable-panel.ts';
import { observableRows } from './observable-rows.ts';
import { panelSize, PANELS_A_ROW, ROW_GAP } from './layout.ts';

const TITLES: Readonly<Record<Group, string>> = {
  masses: 'Masses',
  momenta: 'Transverse momenta',
  rapidities: 'Rapidities and the energy of the collision',
  angles: 'Angles of production and decay',
  spin: 'Spin correlation',
};

/**
 * One figure for each group of observables: generated events, the reference, and their ratio.
 *
 * @param comparison The comparison.
 * @param width Width of a figure, px.
 */
export function comparisonFigures(
  comparison: Omit<Comparison, 'figures'>,
  width: number
): Figure[] {
  return Object.entries(TITLES).flatMap(([group, title]) => {
    const shown = comparison.observables.filter((observable) => observable.group === group);
    return shown.length === 0 ? [] : [figure(group, title, shown, comparison, width)];
  });
}

function figure(
  group: string,
  title: string,
  shown: readonly ComparedObservable[],
  comparison: Omit<Comparison, 'figures'>,
  width: number
): Figure {
  const { generator, version } = comparison.reference;
  const panels = shown.map((observable) =>
    observablePanel(observable, {
      generator: `${generator} ${version}`,
      band: comparison.band,
      size: panelSize(width),
    })
  );
  return {
    id: group,
    title: `${title}: generated events and ${generator}`,
    caption: caption(title, shown, comparison),
    data: shown.flatMap((observable) => observableRows(observable, comparison.reference.generator)),
    spec: {
      concat: panels,
      columns: PANELS_A_ROW,
      spacing: { row: ROW_GAP, column: 18 },
      resolve: { scale: { color: 'shared', strokeDash: 'shared' } },
    },
  };
}
