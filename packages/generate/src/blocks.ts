import { setImmediate } from 'node:timers/promises';
import { BATCH_ROWS, mapInWorkers } from '@deelema/events';
import {
  makeBlock,
  ROOM_BYTES,
  type Block,
  type EventGenerator,
  type Steps,
} from '@deelema/generators';
import type { GeneratorConfig } from './config-types.ts';

/**
 * Generates events block by block.
 *
 * Block k has a random stream of its own, so the number of workers changes nothing. Its memory is used
 * again: whoever asks for block k + 2 must have done with block k.
 *
 * @param generator What to generate.
 * @param config Its settings; other threads find the file of `partons` from the working directory.
 * @param workers Number of threads; with 1 the work is done in this one, which takes a break every
 *  millisecond or so.
 * @returns Blocks of `BATCH_ROWS` events, the last one perhaps shorter.
 */
export async function* generateBlocks(
  generator: EventGenerator,
  config: GeneratorConfig,
  workers: number
): AsyncGenerator<Block> {
  const count = Math.ceil(config.events / BATCH_ROWS);
  if (workers > 1 && count > 1) {
    // From src/ as from dist/ this is the compiled worker.
    const script = new URL('../dist/workers/worker.js', import.meta.url);
    const numbers = Array.from({ length: count }, (_, block) => block);
    yield* mapInWorkers<number, Block>(numbers, { script, workerData: config, workers });
    return;
  }
  const rooms = [new ArrayBuffer(ROOM_BYTES), new ArrayBuffer(ROOM_BYTES)];
  for (let block = 0; block < count; ++block) {
    yield await withBreaks(makeBlock(generator, config, block, rooms[block % rooms.length]));
  }
}

async function withBreaks<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}
