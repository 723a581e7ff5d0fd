import type { Evaluation, Measurements, Training } from '@deelema/records';

/** What the stages of a pipeline wrote of its events. */
export interface Documents {
  readonly training: Training;
  /** Null where the pipeline has no stage `baseline`. */
  readonly measurements: Measurements | null;
  readonly evaluation: Evaluation;
}
