import { parentPort, workerData } from 'node:worker_threads';
import { blockMaker } from './blocks.ts';
import type { GeneratorConfig } from './config-types.ts';

const makeBlock = blockMaker(workerData as GeneratorConfig);

parentPort?.on('message', (block: number) => {
  const batch = makeBlock(block);
  const buffers = Object.values(batch.columns).map(({ buffer }) => buffer as ArrayBuffer);
  parentPort?.postMessage(batch, buffers);
});
