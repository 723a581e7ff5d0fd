import type { DataRow } from '@deelema/plots';
import type { ComparedObservable } from '../comparison.ts';
import { ratioOf, shapeOf, type ShapeBin } from './shape.ts';

/**
 * The bins of an observable: both shapes, and their ratio where it is defined.
 *
 * @param observable The comparison.
 * @param generator Generator of the reference.
 * @returns A row for each bin; `error` is one standard error of `value`.
 */
export function observableRows(observable: ComparedObservable, generator: string): DataRow[] {
  const { name, unit, edges } = observable;
  const generated = shapeOf(edges, observable.generated);
  const reference = shapeOf(edges, observable.reference);
  const rows = (series: string, bins: readonly ShapeBin[]) =>
    bins.map(({ low, high, y, error }) => ({
      panel: name,
      unit,
      series,
      low,
      high,
      value: y,
      error,
    }));
  return [
    ...rows('generated events', generated),
    ...rows(generator, reference),
    ...rows('ratio', ratioOf(generated, reference)),
  ];
}
