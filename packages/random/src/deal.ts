import type { RandomStream } from './stream.ts';

/**
 * Deals out labels in random order: every arrangement of the given numbers of labels is equally
 * likely, and no list of them is ever held.
 *
 *     P(label l) = (number of l left) / (number of all left)
 *
 * With two labels this chooses `counts[1]` out of all, one after the other.
 *
 * @param random Where the draws come from: one per label.
 * @param counts How many labels 0, 1, 2, … there are.
 * @returns A function that deals the next label; it throws a RangeError when none is left.
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
