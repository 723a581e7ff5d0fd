import type { FourMomenta } from '@deelema/kinematics';
import { BATCH_ROWS } from '../columns/column.ts';
import { momentumColumns } from '../columns/roles.ts';
import { InputError } from '../errors.ts';
import type { RawBatch } from '../mapping/raw-batch.ts';
import { ArrayReader } from './array-reader.ts';
import type { Pairing, UnpairedMomenta } from './pairing.ts';
import { rolesOfArrays } from './roles-of-arrays.ts';
import type { NpzArchive } from './zip.ts';

/** Arrays that are no four-momenta, and our columns that they hold. */
const OTHER_ARRAYS: readonly (readonly [string, readonly string[]])[] = [
  ['ptmiss', ['ptmiss_x', 'ptmiss_y']],
  ['weight', ['weight']],
];

/** The arrays of an .npz file, read side by side as columns of ours. */
export class NpzArrays {
  readonly path: string;
  /** Names of the arrays. */
  readonly names: readonly string[];
  private readonly archive: NpzArchive;
  private parts: readonly (readonly [string, readonly string[]])[] = [];
  private readers: ArrayReader[] = [];

  constructor(archive: NpzArchive) {
    this.path = archive.path;
    this.archive = archive;
    this.names = [...archive.entries.keys()];
  }

  /** Our columns, once the arrays are open. */
  get columns(): string[] {
    return this.parts.flatMap(([, columns]) => columns);
  }

  /** Arrays that are not used, once those that are used are open. */
  get ignored(): string[] {
    return this.names.filter((name) => !this.parts.some(([used]) => used === name));
  }

  /**
   * Opens the arrays that play a role.
   *
   * @param pairing Which lepton belongs to which b quark.
   * @throws InputError if an array is missing, of another type or shape, or of another length than the others.
   */
  async open(pairing: Pairing): Promise<void> {
    const roles = Object.entries(rolesOfArrays(this.path, this.names, pairing));
    this.parts = [
      ...roles.map(([role, name]) => [name, momentumColumns(role)] as const),
      ...OTHER_ARRAYS.filter(([name]) => this.names.includes(name)),
    ];
    await this.openReaders();
  }

  /** The events from the beginning; to be iterated over once. */
  async *batches(): AsyncGenerator<RawBatch> {
    const rows = this.readers[0].rows;
    for (let from = 0; from < rows; from += BATCH_ROWS) {
      yield await this.take(Math.min(BATCH_ROWS, rows - from));
    }
  }

  /**
   * The first events of a file in the original format, on their own reading.
   *
   * @returns Momenta of at most `BATCH_ROWS` events.
   */
  async firstMomenta(): Promise<UnpairedMomenta> {
    await this.open('straight');
    const { columns } = await this.take(Math.min(BATCH_ROWS, this.readers[0].rows));
    this.closeReaders();
    const momenta = (role: string): FourMomenta => {
      const [e, px, py, pz] = momentumColumns(role).map((name) => columns[name] as Float64Array);
      return { e, px, py, pz };
    };
    const both = (role: string) => [momenta(`${role}1`), momenta(`${role}2`)] as const;
    return { b: both('a'), l: both('b'), nu: columns.c1_E === undefined ? undefined : both('c') };
  }

  close(): void {
    this.closeReaders();
    this.archive.close();
  }

  private async openReaders(): Promise<void> {
    for (const [name, { length }] of this.parts) {
      this.readers.push(await ArrayReader.open(this.archive, name, length));
    }
    const [{ rows }] = this.readers;
    this.parts.forEach(([name], k) => {
      if (this.readers[k].rows === rows) return;
      const received = `${name} has ${this.readers[k].rows} events and ${this.parts[0][0]} has ${rows}`;
      throw new InputError(`${this.path}: ${received}, expected as many in all arrays.`);
    });
  }

  private async take(rows: number): Promise<RawBatch> {
    const columns: Record<string, Float64Array> = {};
    for (const [k, [, names]] of this.parts.entries()) {
      const values = await this.readers[k].take(rows);
      names.forEach((name, i) => (columns[name] = values[i]));
    }
    return { length: rows, columns };
  }

  private closeReaders(): void {
    for (const reader of this.readers.splice(0)) reader.close();
  }
}
