import { stat } from 'node:fs/promises';
import { removePieces } from '../arrow/piece.ts';
import type { EventBatch } from '../columns/batch.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import { writeBatches } from '../columns/write-batches.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { InputError } from '../errors.ts';
import { writtenFormat } from './format.ts';
import type { EventFormat } from './format.ts';
import { lossesOf } from './losses.ts';
import { createTarget } from './target.ts';

/** Events that are to be saved. */
export interface SavedEvents {
  /** Column names, in the order of the file; every batch must have them. */
  readonly columns: readonly string[];
  readonly metadata: EventMetadata;
  /** Format of the file they come from, for messages. */
  readonly from: EventFormat;
}

/**
 * Writes events to a file of any format that can be written; the end of its name says of which.
 *
 * The file is there whole or not at all.
 *
 * @param to An Arrow, Parquet, CSV or LHE file; replaced if it is there, with its further pieces.
 * @param events Columns and metadata of the events.
 * @param batches The events, in the order of the file.
 * @returns Number of events written, and what the format has no place for, one sentence each.
 * @throws InputError if the name is not of a known format or that of a folder (exit code 2), or if the file cannot be
 *  written.
 * @throws Whatever `batches` throws.
 */
export async function saveEvents(
  to: string,
  { columns, metadata, from }: SavedEvents,
  batches: AsyncIterable<EventBatch> | Iterable<EventBatch>
): Promise<{ readonly written: number; readonly losses: readonly string[] }> {
  const format = writtenFormat(to);
  await checkNoFolder(to);
  const written = await replaceFile(to, async (temporary) => {
    const writer = await createTarget({ format, to, temporary, columns, metadata }, from);
    return writeBatches(writer, batches);
  });
  if (format === 'arrow') await removePieces(to);
  return { written, losses: lossesOf(format, columns, metadata) };
}

/** A folder could not be replaced: better said before the work than after it. */
async function checkNoFolder(to: string): Promise<void> {
  // Whatever else is wrong with the path, creating the file will tell.
  const there = await stat(to).catch(() => undefined);
  if (!there?.isDirectory()) return;
  throw new InputError(`${to} cannot be written: it is a folder, expected a file.`, {
    exitCode: 2,
  });
}
