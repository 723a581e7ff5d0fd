import { parentPort, workerData } from 'node:worker_threads';
import { ANSWERS_IN_USE } from '@deelema/events';
import { atOnce, eventGenerator, makeBlock, ROOM_BYTES } from '@deelema/generators';
import type { GeneratorConfig } from '../config-types.ts';
import { loadPartons } from '../load-partons.ts';

const config = workerData as GeneratorConfig;
const generator = eventGenerator(config, await loadPartons(config.partons));

// Shared with the thread that writes: nothing is copied, and nothing is left to the garbage collector.
const rooms = Array.from({ length: ANSWERS_IN_USE }, () => new SharedArrayBuffer(ROOM_BYTES));
let answers = 0;

parentPort?.on('message', (number: number) => {
  const room = rooms[answers++ % rooms.length];
  const block = atOnce(makeBlock(generator, config, number, room));
  const buffers = Object.values(block.batch.columns).map(({ buffer }) => buffer);
  const own = buffers.filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
  parentPort?.postMessage(block, own);
});
