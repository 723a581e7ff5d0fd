import { readBasket } from './basket.ts';
import type { Basket } from './basket.ts';
import type { RootColumn } from './columns.ts';
import { damaged } from '../disk/damaged.ts';
import type { RootFile } from './file.ts';
import type { RootBranch } from './tree.ts';

/** A value of each event of a branch. */
export interface WantedValue {
  readonly column: RootColumn;
  /** Which of the values of a list; 0 if it is none. */
  readonly index: number;
  /** Receives the values. */
  readonly values: Float64Array;
  /** Receives 1 for each event whose list is too short. */
  readonly lacking: Uint8Array;
}

/** Reads the values of a branch from its beginning, basket by basket: one is in memory at a time. */
export class BranchReader {
  private readonly file: RootFile;
  private readonly branch: RootBranch;
  private basket: Basket | undefined;
  private next = 0;

  constructor(file: RootFile, branch: RootBranch) {
    this.file = file;
    this.branch = branch;
  }

  /**
   * Reads values of the next entries.
   *
   * @param first The first of them; where the last call ended.
   * @param rows Number of entries.
   * @param wanted What is read of each, with room for as many values.
   * @throws InputError if the file is damaged.
   */
  async read(first: number, rows: number, wanted: readonly WantedValue[]): Promise<void> {
    for (let row = 0; row < rows;) {
      const basket = await this.basketOf(first + row);
      const from = first + row - basket.first;
      const count = Math.min(basket.entries - from, rows - row);
      for (const value of wanted) copyValues(this.file.path, basket, from, count, value, row);
      row += count;
    }
  }

  private async basketOf(entry: number): Promise<Basket> {
    while (this.basket === undefined || entry >= this.basket.first + this.basket.entries) {
      if (this.next >= this.branch.fWriteBasket) throw damaged(this.file.path, 'ROOT');
      this.basket = await readBasket(this.file, this.branch, this.next++);
    }
    if (entry < this.basket.first) throw damaged(this.file.path, 'ROOT');
    return this.basket;
  }
}

function copyValues(
  path: string,
  { view, start }: Basket,
  from: number,
  count: number,
  { column, index, values, lacking }: WantedValue,
  row: number
): void {
  const { type, offset, length } = column;
  const within = offset + index * type.bytes;
  if (length !== undefined && index >= length) {
    lacking.fill(1, row, row + count);
    return;
  }
  for (let i = 0; i < count; ++i) {
    const at = start(from + i) + within;
    if (at + type.bytes <= start(from + i + 1)) {
      // A damaged offset may point anywhere.
      if (!(at >= 0 && at + type.bytes <= view.byteLength)) throw damaged(path, 'ROOT');
      values[row + i] = type.read(view, at);
    } else lacking[row + i] = 1;
  }
}
