import type { DataRow } from '@deelema/plots';
import type { Histogram } from '@deelema/records';
import type { MassPanel } from './mass-panel.ts';

/** What the columns of a row do not say is empty. */
const EMPTY = { low: null, high: null, content: null, mass: null };

/**
 * The numbers of a panel: a row for each bin from left to right, with what lies below and above, and for each marked
 * mass, also of those out of range.
 *
 * @param panel The panel.
 * @returns `part` is underflow, bin, overflow or line; edges and masses in GeV.
 */
export function massRows({ histograms, marks, xTitle }: MassPanel): DataRow[] {
  return [
    ...histograms.flatMap(([series, histogram]) => binRows(xTitle, series, histogram)),
    ...marks.map(([series, mass]) => ({ panel: xTitle, part: 'line', series, ...EMPTY, mass })),
  ];
}

function binRows(panel: string, series: string, histogram: Histogram): DataRow[] {
  const { low, high, counts, underflow, overflow } = histogram;
  const edge = (i: number) => low + ((high - low) * i) / counts.length;
  const row = (part: string, from: number | null, to: number | null, content: number) => {
    return { panel, part, series, ...EMPTY, low: from, high: to, content };
  };
  return [
    row('underflow', null, low, underflow),
    ...counts.map((content, i) => row('bin', edge(i), edge(i + 1), content)),
    row('overflow', high, null, overflow),
  ];
}
