/** What became of an event, as the numbers a status column holds. */
export const STATUS = {
  /** The minimum was found and is certified as the global one. */
  ok: 0,
  /**
   * The minimum was found and is the global one; one branch alone decides it, at or above the mass with its invisible
   * particle at rest beside the visible ones: M_T2 and M_2XC are that threshold itself, M_2CC can be more.
   */
  oneSided: 1,
  /** No invisible momenta fulfil the conditions: proven. */
  infeasible: 2,
  /** A component is NaN or infinite, or a visible particle is spacelike beyond rounding. */
  invalidInput: 3,
  /** The search ended without a certified minimum and without a proof that there is none. */
  unresolved: 4,
  /** A minimum was found, the lowest of a search, without a proof that there is none lower. */
  found: 5,
} as const;

/** One of the numbers of {@link STATUS}. */
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** Names of the statuses, by number, as manifests and messages write them. */
export const STATUS_NAMES: readonly string[] = [
  'ok',
  'one-sided',
  'infeasible',
  'invalid input',
  'unresolved',
  'found, not proven',
];
