import { openEvents, writeEvents } from '@deelema/events';
import { measurementsSchema, writeRecord } from '@deelema/records';
import { defineStage } from '@deelema/stage';
import { MEASURED } from './antler-events.ts';
import { config } from './config.mjs';
import { massVariables } from './mass-variables.ts';
import { makeMeasurements } from './measurements.ts';

/** Mass variables of every event, row by row beside the events, and masses from the whole sample. */
export const stage = defineStage({
  name: 'baseline',
  config,
  async run({ config, inputs, out, progress, signal, workers }) {
    const file = await openEvents(inputs.contaminate.path('events'));
    try {
      progress.start('events', file.rows);
      const { events, variables } = await massVariables(
        file.batches(['event', ...MEASURED]),
        config,
        (columns, batches) =>
          writeEvents(out.path('events'), { columns, ...file.metadata }, batches),
        { workers, signal, onProgress: (n) => progress.add(n) }
      );
      const log = (line: string): void => progress.log(line);
      const { record, failures } = await makeMeasurements(file, config, { workers, signal, log });
      await writeRecord(out.path('measurements'), measurementsSchema, record);
      return { counts: { events, variables, failures } };
    } finally {
      await file.close();
    }
  },
});
