import { COLOURS, INK } from '@deelema/plots';
import type { LayerSpec } from '@deelema/plots';
import type { ComparedObservable } from '../comparison.ts';
import { xAxis, yAxis } from './axes.ts';
import { errorBars } from './error-bars.ts';
import type { PanelSettings } from './observable-panel.ts';
import type { ShapeBin } from './shape.ts';

/** Ratios farther from 1 are shown as arrows at the edge. */
const RANGE = [0.7, 1.3] as const;

/** How far an arrow stays from the edge, as a ratio. */
const INSET = 0.04;

/**
 * Generated events over the reference, with the band that is granted to shapes that are not invariant.
 *
 * @param observable The comparison.
 * @param ratio The ratio in the bins where it is defined.
 * @param settings What it shares with the other panels.
 */
export function ratioPanel(
  observable: ComparedObservable,
  ratio: readonly ShapeBin[],
  { band, size }: PanelSettings
): LayerSpec {
  const x = xAxis(observable, true);
  const y = yAxis('Ratio', RANGE, [0.8, 1, 1.2]);
  const points = errorBars(ratio, '');
  const granted = observable.invariant ? 0 : Math.min(band, RANGE[1] - 1);
  return {
    width: size.width,
    height: size.ratioHeight,
    layer: [
      {
        data: { values: [{ y: 1 - granted, to: 1 + granted }] },
        mark: { type: 'rect', color: COLOURS.grey, opacity: 0.25 },
        encoding: { y, y2: { field: 'to' } },
      },
      {
        data: { values: [{ y: 1 }] },
        mark: { type: 'rule', color: COLOURS.blue, strokeWidth: 1 },
        encoding: { y },
      },
      {
        data: { values: points },
        mark: { type: 'rule', color: INK, strokeWidth: 1, clip: true },
        encoding: { x, y: { ...y, field: 'from' }, y2: { field: 'to' } },
      },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size: 9, color: INK, opacity: 1, clip: true },
        encoding: { x, y },
      },
      ...arrows(points, { x, y }),
    ],
  };
}

/** Triangles at the upper and the lower edge where a ratio lies beyond it. */
function arrows(
  points: ReturnType<typeof errorBars>,
  encoding: { readonly x: ReturnType<typeof xAxis>; readonly y: ReturnType<typeof yAxis> }
): LayerSpec['layer'] {
  const [low, high] = RANGE;
  const above = points.filter(({ y }) => y > high).map(({ x }) => ({ x, y: high - INSET }));
  const below = points.filter(({ y }) => y < low).map(({ x }) => ({ x, y: low + INSET }));
  return (
    [
      [above, 'triangle-up'],
      [below, 'triangle-down'],
    ] as const
  ).map(([values, shape]) => ({
    data: { values },
    mark: { type: 'point', shape, filled: true, size: 22, color: COLOURS.vermilion, opacity: 1 },
    encoding,
  }));
}
