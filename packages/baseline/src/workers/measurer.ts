import { parentPort } from 'node:worker_threads';
import { measure, type MeasurementTask } from '../measure.ts';

parentPort?.on('message', (task: MeasurementTask) => {
  void measure(task).then((answer) => parentPort?.postMessage(answer));
});
