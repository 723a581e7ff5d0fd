import { Writable } from 'node:stream';

/**
 * A terminal: a stream that keeps what a person would see, row by row. It knows carriage return, line feed, and erasing
 * to the end of the line, and refuses every other control code, colours among them.
 */
export class Screen extends Writable {
  readonly isTTY = true;
  columns: number;
  writes = 0;
  #rows: string[][] = [[]];
  #column = 0;

  constructor(columns: number) {
    super({ decodeStrings: false });
    this.columns = columns;
  }

  /** What stands on the screen. */
  get rows(): string[] {
    return this.#rows.map((row) => row.join(''));
  }

  override _write(text: string, _encoding: string, done: () => void): void {
    ++this.writes;
    // A letter with its accents is one place on the screen.
    for (const [code] of text.matchAll(/\u001b\[[\d;]*[A-Za-z]|\P{M}\p{M}*/gsu)) this.#take(code);
    done();
  }

  #take(code: string): void {
    if (code === '\r') this.#column = 0;
    else if (code === '\n') this.#newRow();
    else if (code === '\u001b[K') this.#rows.at(-1)!.splice(this.#column);
    else if (code < ' ') throw new Error(`The screen does not know ${JSON.stringify(code)}.`);
    else this.#put(code);
  }

  #put(letter: string): void {
    this.#rows.at(-1)![this.#column++] = letter;
    if (this.#column === this.columns) this.#newRow();
  }

  #newRow(): void {
    this.#rows.push([]);
    this.#column = 0;
  }
}
