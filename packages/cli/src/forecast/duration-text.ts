/**
 * A recorded time.
 *
 * @param seconds The time.
 * @returns E.g. `0.4 s`, `61 s`, `7 min 20 s`.
 */
export function tookText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  return seconds < 100 ? `${Math.round(seconds)} s` : inMinutes(Math.round(seconds));
}

function inMinutes(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return hours(minutes);
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

/**
 * An expected time, to no more digits than anybody could know.
 *
 * @param seconds The time.
 * @returns E.g. `1 s`, `50 s`, `4 min`, `1 h 50 min`.
 */
export function expectedText(seconds: number): string {
  if (seconds < 10) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 90) return `${Math.round(seconds / 5) * 5} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : hours(Math.round(minutes / 10) * 10);
}

function hours(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}
