import type { WriteStream } from 'node:tty';

/** Where progress is written: a terminal, or a file or pipe. */
export type ProgressStream = Pick<WriteStream, 'write'> & {
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/** When something is shown: the time in milliseconds, and how much has been done by then. */
export interface Moment {
  readonly time: number;
  readonly done: number;
  readonly total: number | undefined;
}

/** A way to show how far something is. */
export interface Display {
  /** Begins with another count, which nothing has been shown of. */
  begin(at: Moment): void;
  /** Whether it is time to show how far it is. */
  isDue(at: Moment): boolean;
  /** Shows how far it is, in the longest of the given words that there is room for. */
  show(words: readonly string[], at: Moment): void;
  /** Prints a line of its own. */
  print(line: string): void;
  /** Ends a line that is still being rewritten; what is printed next begins a new one. */
  end(): void;
  /** Whether a line is being rewritten. */
  isOpen(): boolean;
}

/** Back to the first column and erase the line: the only control codes written, and none of them a colour. */
const ERASE = '\r\u001b[K';
/** Milliseconds between two states of a line that is rewritten: five a second can be read. */
const REDRAW = 200;
const COLUMNS = 80;
/** Columns kept free: a terminal prints `^C` where the cursor is, and some wrap once the last column is filled. */
const RESERVED = 3;

/** One line that is rewritten, never wider than the terminal is at that moment. */
export function liveLine(name: string, stream: ProgressStream): Display {
  let shown = -Infinity;
  let open = false;
  return {
    begin() {
      shown = -Infinity;
    },
    isDue: ({ time }) => time - shown >= REDRAW,
    show(words, { time }) {
      const named = words.slice(0, 2).map((line) => `[${name}] ${line}`);
      const { columns = 0 } = stream;
      const room = (columns > 0 ? columns : COLUMNS) - RESERVED;
      stream.write(ERASE + fit([...named, ...words], room));
      shown = time;
      open = true;
    },
    print(line) {
      stream.write(`${ERASE}[${name}] ${line}\n`);
      open = false;
    },
    end() {
      if (open) stream.write('\n');
      open = false;
    },
    isOpen: () => open,
  };
}

/** Least milliseconds between two lines, and most. */
const SOONEST = 1000;
const LATEST = 10_000;

/** Lines for a file or a pipe: the first after a second, then one every tenth of the work or 10 s, what comes first. */
export function plainLines(name: string, stream: ProgressStream): Display {
  let last = { time: 0, done: -Infinity };
  return {
    begin({ time }) {
      last = { time, done: -Infinity };
    },
    isDue({ time, done, total = Infinity }) {
      const passed = time - last.time;
      if (passed < SOONEST) return false;
      return passed >= LATEST || 10 * (done - last.done) >= total;
    },
    show([line], at) {
      stream.write(`[${name}] ${line}\n`);
      last = at;
    },
    print(line) {
      stream.write(`[${name}] ${line}\n`);
    },
    end: () => undefined,
    isOpen: () => false,
  };
}

const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first line of at most `room` characters; if there is none, the beginning of the last. */
function fit(lines: readonly string[], room: number): string {
  const split = lines.map((line) => [...CHARACTERS.segment(line)].map(({ segment }) => segment));
  const fitting = split.find(({ length }) => length <= room);
  if (fitting) return fitting.join('');
  return `${(split.at(-1) ?? []).slice(0, Math.max(room - 1, 0)).join('')}…`;
}
