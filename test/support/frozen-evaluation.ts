import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluationSchema, type Evaluation } from '@deelema/records';
import { MEASURING_TRAINING } from './trainings.ts';

/** `evaluation.json` as the evaluate stage wrote it; its events are described beside it. */
export const EVALUATION_FILE = fileURLToPath(
  new URL('../reference/evaluation.json', import.meta.url)
);

/** An evaluation of a pipeline with baselines. */
export type FullEvaluation = Evaluation & {
  readonly baselines: NonNullable<Evaluation['baselines']>;
  readonly measurements: NonNullable<Evaluation['measurements']>;
};

/** A small evaluation, frozen: of 400 antler events of the toy masses of PRR 5, 043186. */
export function frozenEvaluation(): FullEvaluation {
  return checked(JSON.parse(readFileSync(EVALUATION_FILE, 'utf8')));
}

function checked(document: unknown): FullEvaluation {
  const evaluation = evaluationSchema.parse(document);
  const { baselines, measurements } = evaluation;
  if (baselines === null || measurements === null) throw new Error('The fixture has baselines.');
  return { ...evaluation, baselines, measurements };
}

/** An evaluation as if its pipeline had no stage `baseline`. */
export function evaluationWithoutBaselines(full: Evaluation = frozenEvaluation()): Evaluation {
  const { histograms, truth, ...others } = full;
  const none = { mt2_b: null, mt2_ab: null, m2cc_b: null, m2cc_ab: null };
  return evaluationSchema.parse({
    ...others,
    baselines: null,
    measurements: null,
    histograms: { ...histograms, ...none },
    truth: truth && { ...truth, m2cc: null },
  });
}

/** The frozen evaluation as if a training with the recipe that measures had made it; numbers beside it are made up. */
export function measuredEvaluation(): FullEvaluation {
  const { auxiliary, measurement } = MEASURING_TRAINING;
  const { truth, ...others } = frozenEvaluation();
  if (measurement === null || truth === null) throw new Error('The fixtures measure nothing.');
  const { A, B } = measurement.masses;
  // The true masses are 1000 and 800 GeV.
  const pulls = { A: { ...A, pull: 0.6 / 1.3 }, B: { ...B, pull: 0.5 / 0.7 } };
  return checked({
    ...others,
    auxiliary,
    measured: { ...measurement, masses: pulls },
    truth: { ...truth, pairing: { events: 400, right: 372, efficiency: 0.93, error: 0.0128 } },
    training: MEASURING_TRAINING,
  });
}
