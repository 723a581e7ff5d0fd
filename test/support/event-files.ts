import {
  allocateColumn,
  openEvents,
  writeEvents,
  type EventBatch,
  type EventFile,
} from '@deelema/events';

/** All that an Arrow file of events holds. */
export interface EventFileContent extends Pick<EventFile, 'columnNames' | 'metadata'> {
  readonly batches: readonly EventBatch[];
}

/** Everything that comes out of a source, e.g. all batches of an open file. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

/** Writes an Arrow file of events with the columns of the first batch. */
export async function writeBatches(
  path: string,
  batches: readonly EventBatch[],
  sample: string
): Promise<void> {
  await writeEvents(path, { columns: Object.keys(batches[0].columns), sample }, batches);
}

/** Reads an Arrow file of events. */
export async function readEventFile(path: string): Promise<EventFileContent> {
  const file = await openEvents(path);
  try {
    const { columnNames, metadata } = file;
    return { columnNames, metadata, batches: await collect(file.batches()) };
  } finally {
    await file.close();
  }
}

/** All batches of an Arrow file of events. */
export async function readBatches(path: string): Promise<readonly EventBatch[]> {
  return (await readEventFile(path)).batches;
}

/** The events of a file as one batch. */
export function joined({ columnNames, batches }: EventFileContent): EventBatch {
  const rows = batches.reduce((sum, { length }) => sum + length, 0);
  const columns = Object.fromEntries(columnNames.map((name) => [name, allocateColumn(name, rows)]));
  let row = 0;
  for (const batch of batches) {
    for (const name of columnNames) columns[name].set(batch.columns[name], row);
    row += batch.length;
  }
  return { length: rows, columns };
}
