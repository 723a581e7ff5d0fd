import type { RandomStream } from '@deelema/random';

/**
 * Chooses a given number of events out of a given number, one after the other: every choice is
 * equally likely, and no list is ever held.
 *
 *     P(next event) = (number still to choose) / (number of events still to come)
 *
 * @param random Where the draws come from: one per event.
 * @param chosen How many to choose.
 * @param total Out of how many.
 * @returns A function that says whether the next event is chosen.
 * @throws RangeError on asking for more events than there are.
 * @see D. E. Knuth, The Art of Computer Programming, vol. 2, sec. 3.4.2, algorithm S
 */
export function chooser(random: RandomStream, chosen: number, total: number): () => boolean {
  let wanted = chosen;
  let left = total;
  return () => {
    const isChosen = random.integer(left) < wanted;
    left -= 1;
    if (isChosen) wanted -= 1;
    return isChosen;
  };
}
