import type { RandomStream } from '@deelema/random';
import { aliasTable } from './alias-table.ts';
import { forEachCell, type Cells } from './cells.ts';

/** A step function over the unit cube that lies above a weight. */
export interface Envelope {
  readonly cells: Cells;
  /** Height by box. */
  readonly heights: Float64Array;
}

/**
 * Draws points below an envelope.
 *
 * @param random Where the draws come from: four numbers.
 * @param out Receives the coordinates of the point at 0, 1, 2.
 * @returns Number of the point's box.
 */
export type PointSampler = (random: RandomStream, out: Float64Array) => number;

/**
 * Makes a sampler of points whose density is the envelope, normalised.
 *
 * @param envelope Boxes and heights.
 * @returns The sampler.
 */
export function pointSampler({ cells, heights }: Envelope): PointSampler {
  const [first, second, third] = cells.edges;
  const inThird = third.length - 1;
  const inSlice = (second.length - 1) * inThird;
  const choose = aliasTable(contents({ cells, heights }));
  return (random, out) => {
    const cell = choose(random.uniform());
    const i = Math.floor(cell / inSlice);
    const j = Math.floor((cell - i * inSlice) / inThird);
    const k = cell - i * inSlice - j * inThird;
    out[0] = first[i] + random.uniform() * (first[i + 1] - first[i]);
    out[1] = second[j] + random.uniform() * (second[j + 1] - second[j]);
    out[2] = third[k] + random.uniform() * (third[k + 1] - third[k]);
    return cell;
  };
}

/** Integral of an envelope over the cube. */
export function integral(envelope: Envelope): number {
  return contents(envelope).reduce((sum, content) => sum + content, 0);
}

function contents({ cells, heights }: Envelope): Float64Array {
  const found = new Float64Array(cells.count);
  forEachCell(cells, (cell, _, widths) => {
    found[cell] = heights[cell] * widths[0] * widths[1] * widths[2];
  });
  return found;
}
