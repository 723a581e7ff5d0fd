/** Milliseconds that a rate looks back: long enough to be steady, short enough to be of now. */
const WINDOW = 20_000;
/** Least milliseconds between two points that are remembered, and that a rate is taken over. */
const SPACING = 250;
/** A gap this many times as long as any before it in the window is a pause, not a slow step. */
const PAUSE = 10;

/** How fast something has been done of late. */
export interface RateMeter {
  /**
   * Takes down how far it is.
   *
   * @param time Milliseconds of any clock that never goes back.
   * @param done Number of items done by then.
   */
  record(time: number, done: number): void;
  /** Items per second in the last 20 s, or over the last step if that took longer; undefined before half a second. */
  perSecond(): number | undefined;
}

/**
 * Measures a rate of the recent past, which the mean since the start is not after a change of speed.
 *
 * A pause, of a process that was stopped or a machine that slept, is left out: the rate is that of before until there
 * is one of after.
 *
 * @param time When it begins, in milliseconds.
 * @param done Number of items that were done before; they are nobody's speed.
 */
export function rateMeter(time: number, done: number): RateMeter {
  let points = [{ time, done }];
  let before: number | undefined;
  const perSecond = (): number | undefined => {
    const [first] = points;
    const last = points[points.length - 1];
    const span = last.time - first.time;
    return span < 2 * SPACING ? before : (1000 * (last.done - first.done)) / span;
  };
  return {
    perSecond,
    record(time, done) {
      if (isPause(points, time)) {
        before = perSecond();
        points = [{ time, done }];
        return;
      }
      const last = points.length - 1;
      if (last > 0 && time - points[last - 1].time < SPACING) points[last] = { time, done };
      else points.push({ time, done });
      while (points.length > 2 && time - points[1].time >= WINDOW) points.shift();
    },
  };
}

/** The first step of all has none to be compared with, and may take as long as it likes. */
function isPause(points: readonly { readonly time: number }[], time: number): boolean {
  const last = points.length - 1;
  const gap = time - points[last].time;
  if (last === 0 || gap < WINDOW) return false;
  const longest = Math.max(...points.slice(1).map((point, i) => point.time - points[i].time));
  return gap > PAUSE * longest;
}
