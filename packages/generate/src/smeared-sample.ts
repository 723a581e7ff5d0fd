import type { EventBatch } from '@deelema/events';
import type { SmearingConfig } from './config-types.ts';
import type { Sample } from './sample.ts';
import { smearBatch } from './smear-batch.ts';

/**
 * A sample smeared batch by batch.
 *
 * @param sample The sample; its batches are overwritten.
 * @param config Who is smeared, and how much.
 */
export function smearedSample(sample: Sample, config: SmearingConfig): Sample {
  return {
    ...sample,
    metadata: {
      ...sample.metadata,
      sample: `${sample.metadata.sample}, ${config.objects.join(' ')} smeared`,
    },
    batches: smeared(sample.batches, config),
  };
}

async function* smeared(
  batches: AsyncIterable<EventBatch>,
  config: SmearingConfig
): AsyncGenerator<EventBatch> {
  let index = 0;
  for await (const batch of batches) {
    smearBatch(batch, config, index++);
    yield batch;
  }
}
