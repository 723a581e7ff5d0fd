// A worker thread for tests of the pool: answers the square of each task, and does as `workerData` says
// at one of them.
import { parentPort, workerData } from 'node:worker_threads';

parentPort.on('message', (task) => {
  if (task === workerData.throwAt) throw new Error(`task ${task} is too hard`);
  if (task === workerData.exitAt) process.exit(3);
  // Odd tasks take longer, so that threads answer out of turn.
  const delay = task % 2 === 1 ? 20 : 0;
  setTimeout(() => parentPort.postMessage({ task, square: task * task }), delay);
});
