import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluationSchema, type Evaluation } from '@deelema/records';

/** `evaluation.json` as the evaluate stage wrote it; its events are described beside it. */
export const EVALUATION_FILE = fileURLToPath(
  new URL('../reference/evaluation.json', import.meta.url)
);

/** A small evaluation, frozen: of 400 antler events of the toy masses of PRR 5, 043186. */
export function frozenEvaluation(): Evaluation {
  return evaluationSchema.parse(JSON.parse(readFileSync(EVALUATION_FILE, 'utf8')));
}
