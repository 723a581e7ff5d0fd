import { InputError, momentumColumns, trueRole, type EventBatch } from '@deelema/events';
import {
  smearBatch,
  smearedColumns,
  smearedObjects,
  smearingText,
  type SmearingSettings,
} from '@deelema/generators';
import type { Sample } from './sample.ts';

/**
 * A sample smeared batch by batch, the truth kept beside it.
 *
 * @param sample The sample; closed if it cannot be smeared.
 * @param config Who is smeared, and how much.
 * @returns The sample as measured, with the columns of `smearedColumns`.
 * @throws InputError if one of those who are to be smeared is smeared already.
 */
export async function smearedSample(sample: Sample, config: SmearingSettings): Promise<Sample> {
  const { metadata, columns, batches } = sample;
  const refusal = smearedBefore(columns, config);
  if (refusal !== undefined) {
    await sample.close();
    throw refusal;
  }
  return {
    ...sample,
    metadata: { ...metadata, sample: `${metadata.sample}${smearingText(config)}` },
    columns: [...columns, ...smearedColumns(config)],
    batches: smeared(batches, config),
  };
}

/** A second smearing of the same particle would overwrite the truth with what was measured. */
function smearedBefore(
  columns: readonly string[],
  config: SmearingSettings
): InputError | undefined {
  for (const [role] of smearedObjects(config)) {
    const [energy] = momentumColumns(trueRole(role));
    if (!columns.includes(energy)) continue;
    return new InputError(
      `${role} of these events is smeared already, for they have a column ${energy}; leave ${role} out of generate.smearing.objects, or read the events as they were before.`,
      { exitCode: 2 }
    );
  }
  return undefined;
}

async function* smeared(
  batches: AsyncIterable<EventBatch>,
  config: SmearingSettings
): AsyncGenerator<EventBatch> {
  let index = 0;
  for await (const batch of batches) yield smearBatch(batch, config, index++);
}
