/** One row per logged step. */
export interface Scalars {
  /** Number of the step: whole, from 0, never less than that of the row before. */
  readonly step: number;
  /** The numbers of this step by their tags, e.g. `{ 'loss/train': 210.42 }`; a tag may be missing. */
  readonly values: Readonly<Record<string, number>>;
}

/**
 * The tags of all rows, each once, in the order of first appearance.
 *
 * @param rows Rows in the order of their steps.
 * @returns The tags; empty if nothing was logged.
 */
export function tagsOf(rows: readonly Scalars[]): string[] {
  return [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
}

/**
 * Checks that rows are in the order of their steps, which readers of both formats rely on.
 *
 * @param caller Name of the public function, for the message.
 * @param rows Rows as logged.
 * @throws RangeError if a step is not a whole number from 0 or less than the one before.
 */
export function checkSteps(caller: string, rows: readonly Scalars[]): void {
  let least = 0;
  rows.forEach(({ step }, i) => {
    if (!Number.isSafeInteger(step) || step < least) {
      throw new RangeError(
        `${caller}: row ${i} has step ${step}, expected a whole number from ${least}; log rows in the order of their steps.`
      );
    }
    least = step;
  });
}
