/** What became of an event, as the numbers a status column holds. */
export const STATUS = {
    /** The minimum was found and is certified as the global one. */
    ok: 0,
    /** The minimum was found: one chain sits at its threshold, and the other is heavier than it must be. */
    oneSided: 1,
    /** No invisible momenta fulfil the conditions: proven. */
    infeasible: 2,
    /** A component is NaN or infinite, or a visible particle is spacelike beyond rounding. */
    invalidInput: 3,
    /** The search ended without a certified minimum and without a proof that there is none. */
    unresolved: 4,
    /** A minimum was found, the lowest of a search, without a proof that there is none lower. */
    found: 5,
};
/** Names of the statuses, by number, as manifests and messages write them. */
export const STATUS_NAMES = [
    'ok',
    'one-sided',
    'infeasible',
    'invalid input',
    'unresolved',
    'found, not proven',
];
