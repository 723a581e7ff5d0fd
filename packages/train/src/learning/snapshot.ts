import type { Weight } from '@deelema/deelema';
import type { HistoryEntry } from '@deelema/records';
import type { OptimiserState } from './optimiser.ts';

/** A training between two epochs: all that is needed to go on. */
export interface Snapshot {
  /** Number of epochs done. */
  readonly epoch: number;
  readonly history: readonly HistoryEntry[];
  /** What is trained besides the weights: δ_A and δ_B, or gaps and resolutions. */
  readonly parameters: readonly number[];
  readonly weights: readonly Weight[];
  readonly optimiser: OptimiserState;
}
