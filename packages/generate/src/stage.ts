import { resolve } from 'node:path';
import { InputError, writeEvents, type EventBatch, type EventMetadata } from '@deelema/events';
import { defineStage, type StageContext } from '@deelema/stage';
import { config } from './config.mjs';
import type { GenerateConfig } from './config-types.ts';
import { fileSample } from './file-sample.ts';
import { generatedSample } from './generated-sample.ts';
import type { Sample } from './sample.ts';
import { smearedSample } from './smeared-sample.ts';

type Context = StageContext<GenerateConfig>;

/** Events from a generator or a file, smeared if asked for, as `events.arrow`. */
export const stage = defineStage({
  name: 'generate',
  config,
  async run(context) {
    const sample = await openSample(context);
    try {
      const kept = await writeSample(sample, context);
      const { dropped, metadata } = sample;
      if (kept === 0) throw noEvents(context.config, metadata.sample);
      const read = Object.values(dropped).reduce((sum, n) => sum + n, kept);
      return { counts: { read, kept, dropped, ...rates(metadata), ...sample.facts?.() } };
    } finally {
      await sample.close();
    }
  },
});

async function openSample({ config, base, workers }: Context): Promise<Sample> {
  if (config.source !== 'file') return generatedSample(config, workers, base);
  const sample = await fileSample(resolve(base, config.path), config);
  return config.smearing ? smearedSample(sample, config.smearing) : sample;
}

/** The cross-section of the whole source, before anything was left out. */
function rates({ crossSection }: EventMetadata): Record<string, unknown> {
  return crossSection ? { crossSection: { ...crossSection, unit: 'pb' } } : {};
}

/** A file goes by its path: what was done to its events is beside the point. */
function noEvents(config: GenerateConfig, description: string): InputError {
  const name = config.source === 'file' ? config.path : description;
  return new InputError(`${name}: there are no events in it.`);
}

function writeSample(
  { columns, metadata, events, batches }: Sample,
  { out, progress, signal }: Context
): Promise<number> {
  async function* watched(): AsyncGenerator<EventBatch> {
    for await (const batch of batches) {
      signal.throwIfAborted();
      yield batch;
      progress.add(batch.length);
    }
  }
  progress.start('events', events);
  return writeEvents(out.path('events'), { columns, ...metadata }, watched());
}
