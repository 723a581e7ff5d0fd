import { parentPort, workerData } from 'node:worker_threads';
import { atOnce, makeBlock } from '../block.ts';
import type { GeneratorConfig } from '../config-types.ts';
import { eventGenerator } from '../event-generator.ts';
import { loadPartons } from '../load-partons.ts';

const config = workerData as GeneratorConfig;
const generator = eventGenerator(config, await loadPartons(config.partons));

parentPort?.on('message', (number: number) => {
  const block = atOnce(makeBlock(generator, config, number));
  const buffers = Object.values(block.batch.columns).map(({ buffer }) => buffer as ArrayBuffer);
  parentPort?.postMessage(block, buffers);
});
