/** Milliseconds between two lines. */
const INTERVAL = 1000;

/** A line on a terminal that says how far a long conversion is. */
export interface RateLine {
  /** Takes the number of events up to now. */
  update(events: number): void;
  /** Removes the line. */
  clear(): void;
}

/**
 * Makes a line that is rewritten about once a second; without a terminal nothing is written.
 *
 * @param stream Where to; standard error as a rule.
 * @param now Milliseconds that only go up.
 */
export function rateLine(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  now: () => number = () => performance.now()
): RateLine {
  const start = now();
  let last = start;
  return {
    update(events) {
      const time = now();
      if (!stream.isTTY || time - last < INTERVAL) return;
      last = time;
      const rate = Math.round(events / ((time - start) / 1000));
      stream.write(`\r\x1b[K${events} events, ${rate} events/s`);
    },
    clear() {
      if (last !== start) stream.write('\r\x1b[K');
    },
  };
}
