import type { Evaluation, Measurements, Training } from '@deelema/records';

/** What the stages of a pipeline wrote of its events. */
export interface Documents {
  readonly training: Training;
  readonly measurements: Measurements;
  readonly evaluation: Evaluation;
}
