import { readLineBlocks } from '../disk/line-blocks.ts';
import type { LheEvent } from './event.ts';
import { LheScanner } from './scanner.ts';

/**
 * Reads the events of an LHE file one after the other, packed with gzip or not; memory stays flat.
 *
 * @param path The file.
 * @returns One and the same object, filled anew for every event.
 * @throws InputError that names file, line and event if the file is damaged or ends too early.
 */
export async function* scanEvents(path: string): AsyncGenerator<LheEvent> {
  for await (const scanner of scanBlocks(path)) {
    while (scanner.next()) yield scanner.event;
  }
}

/**
 * Reads the events of an LHE file block by block, which saves a promise per event.
 *
 * @param path The file.
 * @returns One and the same scanner; its `next` is to be called until the block is used up.
 * @throws InputError as {@link scanEvents} does.
 */
export async function* scanBlocks(path: string): AsyncGenerator<LheScanner> {
  const scanner = new LheScanner(path);
  for await (const block of readLineBlocks(path)) {
    scanner.take(block);
    yield scanner;
  }
  scanner.end();
}
