import type { WriteStream } from 'node:tty';

/** Reports how far a stage is: one line rewritten on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  /**
   * Starts counting anew.
   *
   * @param label What is being counted, e.g. `events`.
   * @param total Number of items to come; omit if unknown.
   */
  start(label: string, total?: number): void;
  /** Counts `n` more items as done; `note` is shown behind the rate, e.g. `m_A 994.1`. */
  add(n: number, note?: string): void;
  /** Prints a line of its own. */
  log(line: string): void;
}

/** Where progress is written, and how often. Times in milliseconds. */
export interface ProgressOptions {
  readonly stream?: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean };
  readonly now?: () => number;
  readonly interval?: number;
}

/**
 * A progress reporter for one task.
 *
 * @param name Printed in front of every line, e.g. `toy-ec20:train`.
 * @param options Defaults: standard error, the clock, every 0.2 s on a terminal and every 10 s elsewhere.
 */
export function createProgress(name: string, options: ProgressOptions = {}): Progress {
  const { stream = process.stderr, now = Date.now } = options;
  const terminal = stream.isTTY === true;
  const interval = options.interval ?? (terminal ? 200 : 10_000);
  const print = (line: string, end: string): void => {
    stream.write(terminal ? `\r\u001b[K[${name}] ${line}${end}` : `[${name}] ${line}\n`);
  };
  let count = { label: 'items', total: undefined as number | undefined, done: 0, begun: now() };
  let shown = now();
  return {
    start(label, total) {
      count = { label, total, done: 0, begun: now() };
      shown = count.begun;
    },
    add(n, note) {
      count.done += n;
      const complete = count.done === count.total;
      if (!complete && now() - shown < interval) return;
      shown = now();
      print(describe(count, (shown - count.begun) / 1000, note), complete ? '\n' : '');
    },
    log(line) {
      print(line, '\n');
    },
  };
}

/** E.g. `32 000 of 70 000 events, 15 800 /s, 2 s left · m_A 994.1`. */
function describe(
  { label, total, done }: { label: string; total: number | undefined; done: number },
  seconds: number,
  note: string | undefined
): string {
  const rate = done / Math.max(seconds, 1e-3);
  const parts = [`${grouped(done)}${total === undefined ? '' : ` of ${grouped(total)}`} ${label}`];
  if (seconds > 0.5) parts.push(`${grouped(rate)} /s`);
  if (total !== undefined && done < total && done > 0)
    parts.push(`${duration((total - done) / rate)} left`);
  return parts.join(', ') + (note === undefined ? '' : ` · ${note}`);
}

/** Digits in groups of three: 70 000. */
function grouped(value: number): string {
  const digits = value < 10 && !Number.isInteger(value) ? value.toFixed(1) : value.toFixed(0);
  return digits.replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** Seconds as `42 s`, `3 min 20 s` or `1 h 05 min`. */
function duration(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${String(Math.floor((s % 3600) / 60)).padStart(2, '0')} min`;
}
