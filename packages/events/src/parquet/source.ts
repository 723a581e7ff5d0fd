import { basename } from 'node:path';
import { parseMetadata } from '../columns/metadata.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import type { EventSource, SourceOptions } from '../convert/source.ts';
import { mapBatches } from '../mapping/map-batches.ts';
import { planMapping } from '../mapping/mapping.ts';
import { undamaged } from '../disk/damaged.ts';
import { openParquetFile } from './file.ts';
import type { ParquetFile } from './file.ts';
import { numberColumns } from './number-columns.ts';
import { readColumns } from './read-columns.ts';

/**
 * Opens a Parquet file of events, in any of the codecs of the format.
 *
 * Only the columns that are needed are read, and of these a few batches at a time.
 *
 * @param path The file.
 * @param options Column map, unit and limit.
 * @returns The open file.
 * @throws InputError if it is not a Parquet file, is cut off or damaged, or lacks a column that the map names.
 */
export async function openParquet(path: string, options: SourceOptions): Promise<EventSource> {
  const file = await openParquetFile(path);
  try {
    const { metadata, names, others } = await undamaged(path, 'Parquet', () => headOf(file));
    const mapping = planMapping(path, names, options);
    const dropped: Record<string, number> = {};
    return {
      format: 'parquet',
      columnNames: mapping.columnNames,
      metadata,
      batches: mapBatches(path, mapping, readColumns(file, mapping.needed), {
        ...options,
        dropped,
      }),
      dropped,
      ignored: [...mapping.ignored, ...others],
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function headOf({ path, metadata }: ParquetFile) {
  const entries = metadata.key_value_metadata ?? [];
  const found = parseMetadata(path, new Map(entries.map(({ key, value }) => [key, value ?? ''])));
  const sample = found.sample || basename(path);
  return {
    metadata: { ...found, sample } satisfies EventMetadata,
    ...numberColumns(path, metadata),
  };
}
