// A worker thread for tests of the pool: answers the square of each task, and does as `workerData` says.
import { parentPort, workerData } from 'node:worker_threads';

const { throwAt, exitAt, stallAt, begun, beats } = workerData;

// Counts as long as the thread lives.
if (beats) setInterval(() => Atomics.add(beats, 0, 1), 1);

parentPort.on('message', (task) => {
  if (begun) Atomics.add(begun, 0, 1);
  if (beats) Atomics.add(beats, 0, 1);
  if (task === throwAt) throw new Error(`task ${task} is too hard`);
  if (task === exitAt) process.exit(3);
  // Busy for good: no message reaches it any more.
  if (task === stallAt) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  // Odd tasks take longer, so that one thread overtakes another.
  if (task % 2 === 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  parentPort.postMessage({ task, square: task * task });
});
