import { parentPort, workerData } from 'node:worker_threads';
import { ANSWERS_IN_USE } from '@deelema/events';
import { atOnce, makeBlock } from '../block.ts';
import type { GeneratorConfig } from '../config-types.ts';
import { eventGenerator } from '../event-generator.ts';
import { ROOM_BYTES } from '../event-columns.ts';
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
