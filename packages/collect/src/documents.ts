import { InputError } from '@deelema/events';
import type { Documents } from '@deelema/quantities';
import { evaluationSchema, measurementsSchema, readRecord, trainingSchema } from '@deelema/records';
import type { StageMember } from '@deelema/stage';

/**
 * Reads the documents of one member of a study.
 *
 * @param member The member.
 * @throws InputError naming the member, if one of them is not what its stage writes.
 */
export async function readDocuments({ name, inputs }: StageMember): Promise<Documents> {
  const { train, baseline, evaluate } = inputs;
  try {
    return {
      training: await readRecord(train.path('training'), trainingSchema, 'train'),
      measurements: await readRecord(baseline.path('measurements'), measurementsSchema, 'baseline'),
      evaluation: await readRecord(evaluate.path('evaluation'), evaluationSchema, 'evaluate'),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message, exitCode, cause } = error;
    throw new InputError(`${name}: ${message}`, { exitCode, cause });
  }
}
