import { liveLine, plainLines, type Moment, type ProgressStream } from './progress-display.ts';
import { inWords, type Standing } from './progress-text.ts';
import { rateMeter, type RateMeter } from './rate.ts';

/** Reports how far a stage is: one line rewritten on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  /**
   * Starts counting anew.
   *
   * @param label What is being counted, e.g. `events`.
   * @param total Number of items there are; omit if unknown.
   * @param around What the stage has done or will do besides, for the time left.
   */
  start(label: string, total?: number, around?: WorkAround): void;
  /** Counts `n` more items as done; `note` is shown behind the rate, e.g. `m_A 994.1`. */
  add(n: number, note?: string): void;
  /** Prints a line of its own. */
  log(line: string): void;
}

/** The work around the items that are counted now. */
export interface WorkAround {
  /** How many of the items were done before, by a run that this one continues. Default: 0. */
  readonly done?: number;
  /** What the stage does after this count, as a number of items that take as long. Default: 0. */
  readonly later?: number;
}

/** Progress as its owner has it, who also says when it is over. */
export interface ProgressReporter extends Progress {
  /** Leaves the last state as a line of its own, so that what is printed next begins a new one. */
  close(): void;
}

/** Where progress is written, and by which clock. */
export interface ProgressOptions {
  readonly stream?: ProgressStream;
  /** Milliseconds; never goes back. */
  readonly now?: () => number;
}

/**
 * A progress reporter for one task.
 *
 * A terminal gets one line, cut to its width and rewritten up to five times a second, without colours. Anything else,
 * and a terminal that cannot erase (`TERM=dumb`), gets plain lines: after a second, then every tenth of the work or
 * 10 s.
 *
 * @param name Printed in front of every line, e.g. `toy-ec20:train`.
 * @param options Defaults: standard error, the time since the process began.
 */
export function createProgress(name: string, options: ProgressOptions = {}): ProgressReporter {
  const { stream = process.stderr, now = () => performance.now() } = options;
  const canErase = stream.isTTY === true && process.env.TERM !== 'dumb';
  const display = (canErase ? liveLine : plainLines)(name, stream);
  let count = beginCount('items', undefined, {}, now());

  const moment = (): Moment => ({ time: now(), done: count.done, total: count.total });
  const show = (): void => {
    const { meter, begun, ...standing } = count;
    const seconds = (now() - begun) / 1000;
    display.show(inWords({ ...standing, seconds, perSecond: meter.perSecond() }), moment());
  };
  const close = (): void => {
    if (!display.isOpen()) return;
    show();
    display.end();
  };
  return {
    start(label, total, around = {}) {
      close();
      count = beginCount(label, total, around, now());
      display.begin(moment());
      if (canErase) show();
    },
    add(n, note) {
      if (n === 0 && count.done === count.total) return;
      count = { ...count, done: count.done + n, note };
      count.meter.record(now(), count.done);
      const complete = count.done === count.total;
      if (complete || display.isDue(moment())) show();
      if (complete) display.end();
    },
    log(line) {
      const open = display.isOpen();
      display.print(line);
      if (open) show();
    },
    close,
  };
}

/** What is being counted, and how far it is. */
interface Count extends Omit<Standing, 'perSecond' | 'seconds'> {
  readonly begun: number;
  readonly meter: RateMeter;
}

function beginCount(
  label: string,
  total: number | undefined,
  around: WorkAround,
  begun: number
): Count {
  const { done = 0, later = 0 } = around;
  return { label, total, done, later, note: undefined, begun, meter: rateMeter(begun, done) };
}
