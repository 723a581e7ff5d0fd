/** What the fits of an endpoint and of a peak are told. */
export interface FitSettings {
  /** Replicas for the bootstrap error; 0 leaves it out. */
  readonly replicas: number;
  readonly seed: number;
  /** Names the stream of random numbers: the variable. */
  readonly name: string;
  /** Effective number of events a window must have, 20 or more. */
  readonly minimumEvents: number;
}

/**
 * Refuses settings out of range.
 *
 * @param caller Whose settings they are.
 * @throws RangeError if the replicas are no number of them, or too few events are asked for.
 */
export function checkSettings(caller: string, { replicas, minimumEvents }: FitSettings): void {
  if (!Number.isInteger(replicas) || replicas < 0) {
    throw new RangeError(`${caller}: replicas is ${replicas}, expected an integer, 0 or more.`);
  }
  if (!(minimumEvents >= 20)) {
    throw new RangeError(`${caller}: minimumEvents is ${minimumEvents}, expected 20 or more.`);
  }
}
