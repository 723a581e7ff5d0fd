import { basename } from 'node:path';
import type { EventSource, SourceOptions } from '../convert/source.ts';
import { mapBatches } from '../mapping/map-batches.ts';
import { planMapping } from '../mapping/mapping.ts';
import { readCsv, readCsvHeader } from './reader.ts';

/**
 * Opens a CSV file of events.
 *
 * @param path The file, packed with gzip or not.
 * @param options Column map, unit, limit.
 * @returns The open file; its sample line is the name of the file.
 * @throws InputError if it cannot be read, has no header row, or lacks a column of the map.
 */
export async function openCsv(path: string, options: SourceOptions): Promise<EventSource> {
  const header = await readCsvHeader(path);
  const mapping = planMapping(path, header, options);
  const dropped: Record<string, number> = {};
  const raws = readCsv(path, { columns: mapping.needed });
  return {
    format: 'csv',
    columnNames: mapping.columnNames,
    metadata: { sample: basename(path) },
    batches: mapBatches(path, mapping, raws, { ...options, dropped }),
    dropped,
    ignored: mapping.ignored,
    close: () => Promise.resolve(),
  };
}
