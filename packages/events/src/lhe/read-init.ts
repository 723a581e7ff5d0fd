import { InputError } from '../errors.ts';
import { readLineBlocks } from '../disk/line-blocks.ts';
import type { LheInit } from './init.ts';
import { LheScanner } from './scanner.ts';

/**
 * Reads what an LHE file says in front of its events: version, beams, cross-sections, generators.
 *
 * @param path The file, packed with gzip or not; read up to `</init>` only.
 * @returns Its `<init>` block.
 * @throws InputError if there is none, or it is damaged.
 */
export async function readLheInit(path: string): Promise<LheInit> {
  const scanner = new LheScanner(path);
  for await (const block of readLineBlocks(path)) {
    scanner.take(block);
    const init = scanner.untilInit();
    if (init !== undefined) return init;
  }
  scanner.end();
  throw new InputError(`${path}: there is no <init> block in front of the events.`);
}
