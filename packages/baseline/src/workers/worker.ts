import { parentPort, workerData } from 'node:worker_threads';
import type { EventBatch } from '@deelema/events';
import { evaluateSlice } from '../evaluate-slice.ts';
import type { VariableSettings } from '../settings.ts';

const settings = workerData as VariableSettings;

parentPort?.on('message', (slice: EventBatch) => {
  const results = evaluateSlice(slice, settings);
  const buffers = Object.values(results.columns).map(({ buffer }) => buffer as ArrayBuffer);
  parentPort?.postMessage(results, buffers);
});
