import { InputError } from '@deelema/events';
import type { Column, EventBatch, EventFile } from '@deelema/events';

/** What to read of one file. */
export interface Source {
  readonly file: EventFile;
  /** Columns to read; must contain `event`. */
  readonly columns: readonly string[];
}

interface Cursor {
  readonly name: string;
  readonly batches: AsyncGenerator<EventBatch>;
  batch: EventBatch | undefined;
  row: number;
}

/**
 * Reads event files side by side: each slice holds the same events of every file.
 *
 * The files need not be cut into record batches alike; slices share memory with the batches.
 *
 * @param sources The files, by name (the stage that wrote each).
 * @returns Slices by the same names, each of one length; none by a name without a file.
 * @throws InputError if the files differ in length or in their `event` columns.
 */
export async function* sideBySide<Sources extends Readonly<Record<string, Source>>>(
  sources: Sources
): AsyncGenerator<{ [Name in keyof Sources]: EventBatch }> {
  const entries = Object.entries<Source>(sources);
  checkRows(entries);
  const cursors = entries.map(([name, { file, columns }]): Cursor => {
    return { name, batches: file.batches(columns), batch: undefined, row: 0 };
  });
  for (let start = 0; ;) {
    await Promise.all(cursors.map(refill));
    const length = Math.min(...cursors.map(remaining));
    if (length === 0) return;
    const slices = cursors.map((cursor) => [cursor.name, take(cursor, length)] as const);
    checkEvents(slices, start);
    yield Object.fromEntries(slices) as { [Name in keyof Sources]: EventBatch };
    start += length;
  }
}

async function refill(cursor: Cursor): Promise<void> {
  while (cursor.batch === undefined || cursor.row === cursor.batch.length) {
    const next = await cursor.batches.next();
    if (next.done === true) return;
    cursor.batch = next.value;
    cursor.row = 0;
  }
}

function remaining({ batch, row }: Cursor): number {
  return batch === undefined ? 0 : batch.length - row;
}

function take(cursor: Cursor, length: number): EventBatch {
  const columns: Record<string, Column> = {};
  const end = cursor.row + length;
  for (const [name, column] of Object.entries(cursor.batch?.columns ?? {})) {
    columns[name] = column.subarray(cursor.row, end);
  }
  cursor.row = end;
  return { length, columns };
}

function checkRows(entries: readonly (readonly [string, Source])[]): void {
  const [first, ...rest] = entries;
  for (const [name, { file }] of rest) {
    if (file.rows !== first[1].file.rows) {
      throw new InputError(
        `The events of ${name} have ${file.rows} rows, those of ${first[0]} ` +
          `${first[1].file.rows}, expected the same; run ${name} again.`
      );
    }
  }
}

function checkEvents(slices: readonly (readonly [string, EventBatch])[], start: number): void {
  const [[firstName, first], ...rest] = slices;
  const expected = first.columns.event;
  for (const [name, { length, columns }] of rest) {
    for (let i = 0; i < length; ++i) {
      if (columns.event[i] !== expected[i]) {
        throw new InputError(
          `Row ${start + i} of ${name} is event ${columns.event[i]}, of ${firstName} event ` +
            `${expected[i]}, expected the same events in the same order; run ${name} again.`
        );
      }
    }
  }
}
