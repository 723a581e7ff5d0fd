/** What it took to draw the pairs of some events. */
export interface ProductionCounts {
  /** Pairs drawn. */
  readonly pairs: number;
  /** Pairs proposed. */
  readonly proposals: number;
  /** Pairs that should stand among the others more than once. */
  readonly overweight: number;
  /** Largest weight in units of its maximum: above 1 if there are such pairs. */
  readonly largestWeight: number;
}

/** Of no events. */
export const NO_COUNTS: ProductionCounts = {
  pairs: 0,
  proposals: 0,
  overweight: 0,
  largestWeight: 0,
};

/** The counts of two sets of events together. */
export function addCounts(one: ProductionCounts, two: ProductionCounts): ProductionCounts {
  return {
    pairs: one.pairs + two.pairs,
    proposals: one.proposals + two.proposals,
    overweight: one.overweight + two.overweight,
    largestWeight: Math.max(one.largestWeight, two.largestWeight),
  };
}
