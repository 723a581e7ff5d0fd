/** How far a count is. */
export interface Standing {
  /** What is counted, e.g. `events`. */
  readonly label: string;
  readonly done: number;
  readonly total: number | undefined;
  /** Items per second of late; undefined while unknown. */
  readonly perSecond: number | undefined;
  /** Work of the stage after this count, in items of it. */
  readonly later: number;
  /** Seconds since the count began. */
  readonly seconds: number;
  readonly note: string | undefined;
}

/**
 * A standing in words, the longest first; each says the rate, the time left and the note.
 *
 *     32 000 of 70 000 events, 15 800 /s, 2 s left · m_A 994.1
 *     46 % of events, 15 800 /s, 2 s left · m_A 994.1
 *     46 %, 15 800 /s, 2 s left · m_A 994.1
 *
 * The time left is that of the stage: what is left of the count and what comes after it, at the rate of late. It is
 * left out while there is no rate or no total.
 *
 * @param standing How far it is.
 * @returns The lines; one only if the total is unknown.
 */
export function inWords(standing: Standing): string[] {
  const { label, done, total, note } = standing;
  const tail = speed(standing) + (note === undefined ? '' : ` · ${note}`);
  if (total === undefined) return [`${grouped(done)} ${label}${tail}`];
  const percent = `${total > 0 ? Math.floor((100 * done) / total) : 100} %`;
  return [
    `${grouped(done)} of ${grouped(total)} ${label}${tail}`,
    `${percent} of ${label}${tail}`,
    `${percent}${tail}`,
  ];
}

/** How fast and how long yet; of what is complete, how long it took. */
function speed({ done, total, perSecond, later, seconds }: Standing): string {
  if (done === total) return seconds < 0.5 ? '' : ` in ${duration(seconds)}`;
  if (perSecond === undefined) return '';
  const rate = `, ${grouped(perSecond)} /s`;
  if (total === undefined || done > total || perSecond <= 0) return rate;
  return `${rate}, ${duration((total - done + later) / perSecond)} left`;
}

/** Digits in groups of three, 70 000; two digits of what is small, 0.042. */
function grouped(value: number): string {
  if (value < 10) return Number.isInteger(value) ? String(value) : value.toPrecision(2);
  return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** Seconds as `42 s`, `3 min 20 s` or `1 h 05 min`. */
function duration(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${String(Math.floor((s % 3600) / 60)).padStart(2, '0')} min`;
}
