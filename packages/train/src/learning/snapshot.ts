import type { Weight } from '@deelema/deelema';
import type { HistoryEntry } from '@deelema/records';
import type { Deltas } from './model.ts';
import type { OptimiserState } from './optimiser.ts';

/** A training between two epochs: all that is needed to go on. */
export interface Snapshot {
  /** Number of epochs done. */
  readonly epoch: number;
  readonly history: readonly HistoryEntry[];
  readonly deltas: Deltas;
  readonly weights: readonly Weight[];
  readonly optimiser: OptimiserState;
}
