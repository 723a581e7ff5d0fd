import type { RandomStream } from '@deelema/random';

/**
 * Draws rows of a batch that differ from each other.
 *
 * All choices are equally likely. When every row was drawn, rows are drawn again.
 *
 * @param random Where the draws come from.
 * @param length Number of rows, from 1 on.
 * @param count How many to draw.
 * @returns Row numbers: length `count`.
 */
export function differentRows(random: RandomStream, length: number, count: number): number[] {
  const rows: number[] = [];
  while (rows.length < count) {
    const row = random.integer(length);
    if (rows.length >= length || !rows.includes(row)) rows.push(row);
  }
  return rows;
}
