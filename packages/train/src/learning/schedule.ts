/**
 * Learning rate of an epoch.
 *
 *     η (1 − epoch/epochs)^power
 *
 * @param initial η, that of the first epoch.
 * @param epoch 0, 1, …, epochs − 1.
 * @param epochs Number of epochs.
 * @param power 0 for a constant rate, 1 for a linear decay, 2 as published.
 * @returns The rate, more than 0.
 * @see PRR 5, 043186, Ref. [37]
 */
export function learningRate(
  initial: number,
  epoch: number,
  epochs: number,
  power: number
): number {
  return initial * (1 - epoch / epochs) ** power;
}

/**
 * Spreads n events over as few steps as possible, evenly.
 *
 * Deviation: the authors' code fills every batch but the last. With equal batches no event of a
 * small rest weighs more than the others.
 *
 * @param n Number of events.
 * @param largest Largest number of events per step.
 * @returns Bounds of the steps: step i takes events bounds[i] to bounds[i + 1] − 1.
 */
export function stepBounds(n: number, largest: number): number[] {
  const steps = Math.ceil(n / largest);
  return Array.from({ length: steps + 1 }, (_, i) => Math.floor((i * n) / steps));
}
