/** So finely medians are known, relative to their size. */
const MEDIAN_ACCURACY = 2 ** -18;

/**
 * The one number that measured masses are compared with: the median of the true masses; their mean where that is
 * the same as far as medians are known, but finer.
 *
 * @param masses Mean and median of the true masses, GeV; null where they are not defined.
 * @returns GeV; null where the median is not defined.
 */
export function knownMass({
  mean,
  median,
}: {
  readonly mean: number | null;
  readonly median: number | null;
}): number | null {
  if (mean === null || median === null) return median;
  return Math.abs(mean - median) <= MEDIAN_ACCURACY * median ? mean : median;
}
