import type { DataRow } from '@deelema/plots';
import { heatCells } from './heat-cells.ts';
import { predictedTitle, type MomentumPanel } from './momentum-panel.ts';

/** What the columns of a row do not say is empty. */
const EMPTY = {
  predictedLow: null,
  predictedHigh: null,
  trueLow: null,
  trueHigh: null,
  content: null,
  correlation: null,
};

/**
 * The numbers of a panel: a row for each cell that is not empty, what lies outside, and the correlation.
 *
 * @param panel The panel.
 * @returns `part` is cell, outside or correlation; edges in GeV.
 */
export function momentumRows(panel: MomentumPanel): DataRow[] {
  const { map, correlation } = panel;
  const [title, { component }] = [predictedTitle(panel), map];
  const row = (part: string, numbers: DataRow) => {
    return { panel: title, part, component, ...EMPTY, ...numbers };
  };
  const cells = heatCells(map).map(({ x, x2, y, y2, n }) =>
    row('cell', { predictedLow: x, predictedHigh: x2, trueLow: y, trueHigh: y2, content: n })
  );
  return [...cells, row('outside', { content: map.outside }), row('correlation', { correlation })];
}
