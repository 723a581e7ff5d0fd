import type { RandomStream } from '@deelema/random';

/** Numbers of events by the name of their split. */
export interface SplitCounts {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/**
 * Names the numbers of training, validation and test events.
 *
 * @param counts Three numbers of events, in that order.
 */
export function namedCounts([train, validation, test]: readonly number[]): SplitCounts {
  return { train, validation, test };
}

/**
 * Divides n events by fractions, exactly: each part is off by less than one event, and nothing is left.
 *
 * Largest remainder: all parts are rounded down, and the events left over go to the parts that lost
 * most; of equal losers the first.
 *
 * @param n Number of events.
 * @param fractions Shares that sum to 1.
 * @returns Number of events of each part; they sum to n.
 */
export function apportion(n: number, fractions: readonly number[]): number[] {
  const exact = fractions.map((fraction) => fraction * n);
  // 0.29 · 100 is 28.999999999999996: whole numbers stay whole.
  const whole = exact.map((share) => Math.floor(share + 1e-9));
  const left = n - whole.reduce((sum, share) => sum + share, 0);
  const byLoss = exact
    .map((share, part) => ({ part, loss: share - whole[part] }))
    .sort((one, two) => two.loss - one.loss || one.part - two.part);
  for (const { part } of byLoss.slice(0, left)) whole[part] += 1;
  return whole;
}

/**
 * Deals out labels in random order: every arrangement of the given numbers of labels is equally
 * likely, and no list of them is ever held.
 *
 *     P(label l) = (number of l left) / (number of all left)
 *
 * @param random Where the draws come from: one per label.
 * @param counts How many labels 0, 1, 2, … there are.
 * @returns A function that deals the next label.
 * @throws RangeError on dealing more labels than there are.
 * @see D. E. Knuth, The Art of Computer Programming, vol. 2, sec. 3.4.2, algorithm S
 */
export function dealer(random: RandomStream, counts: readonly number[]): () => number {
  const left = [...counts];
  let total = counts.reduce((sum, count) => sum + count, 0);
  return () => {
    let drawn = random.integer(total);
    total -= 1;
    let label = 0;
    while (drawn >= left[label]) drawn -= left[label++];
    left[label] -= 1;
    return label;
  };
}
