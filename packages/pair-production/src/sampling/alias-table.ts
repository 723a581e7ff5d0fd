/**
 * Chooses one of n outcomes in constant time.
 *
 * @param u Uniform on [0, 1).
 * @returns From 0 to n − 1, with the probabilities of the table.
 */
export type AliasTable = (u: number) => number;

/**
 * Makes an alias table (Walker's method): n columns of equal height, each shared by two outcomes.
 *
 *     u n = column + height:   column if height < threshold, else its alias
 *
 * @param weights Probabilities up to a common factor: n numbers, none negative, not all 0.
 * @returns The table.
 * @throws RangeError if the weights have no positive, finite sum.
 * @see M. D. Vose, IEEE Trans. Software Eng. 17 (1991) 972
 */
export function aliasTable(weights: Float64Array): AliasTable {
  const n = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Infinity)) {
    throw new RangeError(`aliasTable: the weights add up to ${total}, expected a positive number.`);
  }
  const thresholds = weights.map((weight) => (weight * n) / total);
  const aliases = Int32Array.from(weights, (_, k) => k);
  share(thresholds, aliases);
  return (u) => {
    const place = u * n;
    const column = Math.floor(place);
    return place - column < thresholds[column] ? column : aliases[column];
  };
}

/** Fills the columns of rare outcomes up with frequent ones. */
function share(thresholds: Float64Array, aliases: Int32Array): void {
  const rare: number[] = [];
  const frequent: number[] = [];
  thresholds.forEach((height, k) => (height < 1 ? rare : frequent).push(k));
  while (rare.length > 0 && frequent.length > 0) {
    const low = rare.pop()!;
    const high = frequent[frequent.length - 1];
    aliases[low] = high;
    thresholds[high] -= 1 - thresholds[low];
    if (thresholds[high] < 1) rare.push(frequent.pop()!);
  }
  // What is left differs from a full column by rounding only.
  for (const k of [...rare, ...frequent]) thresholds[k] = 1;
}
