/** A corner of a stepped line. */
export interface StepPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The outline of a histogram for a line or an area with `interpolate: 'step-after'`: every bin edge
 * with the content to its right, down to zero at both ends.
 *
 * @param edges Bin edges, ascending: one more than there are bins.
 * @param contents Content of each bin.
 */
export function stepOutline(edges: readonly number[], contents: readonly number[]): StepPoint[] {
  const low = edges[0];
  const high = edges[edges.length - 1];
  const tops = contents.map((y, i) => ({ x: edges[i], y }));
  const last = { x: high, y: contents.at(-1) ?? 0 };
  return [{ x: low, y: 0 }, ...tops, last, { x: high, y: 0 }];
}
