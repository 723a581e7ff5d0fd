import { InputError } from '@deelema/events';
import type { Documents } from '@deelema/quantities';
import { evaluationSchema, measurementsSchema, readRecord, trainingSchema } from '@deelema/records';
import type { StageInput, StageMember } from '@deelema/stage';

/**
 * Reads the documents of one member of a study.
 *
 * @param member The member.
 * @throws InputError naming the member, if one of them is not what its stage writes.
 */
export async function readDocuments({ name, inputs }: StageMember): Promise<Documents> {
  const { train, evaluate } = inputs;
  try {
    return {
      training: await readRecord(train.path('training'), trainingSchema, 'train'),
      measurements: 'baseline' in inputs ? await readMeasurements(inputs.baseline) : null,
      evaluation: await readRecord(evaluate.path('evaluation'), evaluationSchema, 'evaluate'),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message, exitCode, cause } = error;
    throw new InputError(`${name}: ${message}`, { exitCode, cause });
  }
}

function readMeasurements(baseline: StageInput) {
  return readRecord(baseline.path('measurements'), measurementsSchema, 'baseline');
}
