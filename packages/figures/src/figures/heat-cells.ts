import type { HeatMap } from '@deelema/records';

/** A cell of a heat map: its edges, GeV, and its content. */
export interface HeatCell {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
  readonly n: number;
}

/** The cells of a heat map that are not empty, row by row from below. */
export function heatCells({ low, high, bins, counts }: HeatMap): HeatCell[] {
  const edge = (i: number) => low + ((high - low) * i) / bins;
  return counts.flatMap((n, index) => {
    if (n === 0) return [];
    const [i, j] = [index % bins, Math.floor(index / bins)];
    return [{ x: edge(i), x2: edge(i + 1), y: edge(j), y2: edge(j + 1), n }];
  });
}
