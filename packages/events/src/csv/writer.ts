import type { EventWriter } from '../columns/event-writer.ts';
import type { EventBatch } from '../columns/batch.ts';
import { createTextFile } from '../disk/packed-file.ts';

/** Rows turned into text at once. */
const STRETCH_ROWS = 1024;

/**
 * Creates a CSV file of events, or replaces the one that is there: a header row, then one row per event.
 *
 * Numbers have the fewest digits that read back as the same double, so every bit is kept; what the file says about
 * all events has no place.
 *
 * @param path The file; its folder must exist.
 * @param options Column names in the order of the file; whether to pack it with gzip, which its name decides if
 *  omitted.
 * @returns The writer; call `close` or `abort` in any case.
 * @throws InputError if the file cannot be created.
 */
export async function createCsvWriter(
  path: string,
  options: { readonly columns: readonly string[]; readonly packed?: boolean | undefined }
): Promise<EventWriter> {
  const sink = await createTextFile(path, options.packed ?? path.endsWith('.gz'));
  await sink.write(`${options.columns.join(',')}\n`);
  return {
    async write(batch) {
      for (let row = 0; row < batch.length; row += STRETCH_ROWS) {
        await sink.write(rowsText(batch, options.columns, row));
      }
    },
    close: () => sink.close(),
    abort: () => sink.abort(),
  };
}

function rowsText(batch: EventBatch, names: readonly string[], first: number): string {
  const columns = names.map((name) => {
    const column = batch.columns[name];
    if (column === undefined) throw new RangeError(`Column ${name} is declared but not written.`);
    return column;
  });
  const end = Math.min(first + STRETCH_ROWS, batch.length);
  let text = '';
  for (let i = first; i < end; i++) {
    text += `${columns.map((column) => numberText(column[i])).join(',')}\n`;
  }
  return text;
}

/** Shortest text that reads back as the same number; String(−0) is 0. */
function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
