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
