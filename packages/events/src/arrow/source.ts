import { basename } from 'node:path';
import { parseMetadata } from '../columns/metadata.ts';
import { columnDefinition } from '../columns/schema.ts';
import type { EventSource, SourceOptions } from '../convert/source.ts';
import type { EventBatch } from '../columns/batch.ts';
import { InputError } from '../errors.ts';
import { mapBatches } from '../mapping/map-batches.ts';
import { planMapping } from '../mapping/mapping.ts';
import type { ArrowFile, WantedColumn } from './arrow-file.ts';
import { openPieces } from './open-pieces.ts';
import { typeName } from './stored-type.ts';

/**
 * Opens an Arrow file of any origin as events, with all its pieces.
 *
 * @param path An Arrow IPC file or stream.
 * @param options Column map, unit, limit.
 * @returns The open file.
 * @throws InputError if it is not Arrow, is cut off or damaged, lacks a column of the map, or one that is needed
 *  holds nulls or no numbers.
 */
export async function openArrowSource(path: string, options: SourceOptions): Promise<EventSource> {
  const pieces = await openPieces(path);
  const close = async () => {
    for (const piece of pieces) await piece.close();
  };
  try {
    return arrowSource(path, pieces, options, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function arrowSource(
  path: string,
  pieces: readonly ArrowFile[],
  options: SourceOptions,
  close: () => Promise<void>
): EventSource {
  const [{ fields, metadata: entries }] = pieces;
  const mapping = planMapping(
    path,
    fields.map(({ name }) => name),
    options
  );
  const wanted = mapping.needed.map((name): WantedColumn => {
    const type = fields.find((field) => field.name === name)!.type;
    return { name, type: typeName(type) === 'Bool' ? 'uint8' : 'float64' };
  });
  for (const piece of pieces) checkColumns(piece, wanted);
  const metadata = parseMetadata(path, entries);
  const dropped: Record<string, number> = {};
  return {
    format: 'arrow',
    columnNames: mapping.columnNames,
    metadata: { ...metadata, sample: metadata.sample || basename(path) },
    batches: mapBatches(path, mapping, batchesOf(pieces, wanted), { ...options, dropped }),
    dropped,
    ignored: mapping.ignored,
    close,
  };
}

function checkColumns(piece: ArrowFile, wanted: readonly WantedColumn[]): void {
  for (const { name, type } of wanted) {
    // What has one of our names must be what the name says; of others, any numbers will do.
    const wrong = piece.problem({ name, type: columnDefinition(name)?.type ?? type });
    if (wrong !== undefined) throw new InputError(`${piece.path}: ${wrong}.`);
  }
}

async function* batchesOf(
  pieces: readonly ArrowFile[],
  wanted: readonly WantedColumn[]
): AsyncGenerator<EventBatch> {
  for (const piece of pieces) yield* piece.batches(wanted);
}
