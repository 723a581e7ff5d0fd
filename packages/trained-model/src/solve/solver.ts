import type { Weight } from '@deelema/deelema';
import type { ModelDescription } from '../record/model-schema.ts';
import { densitySolver } from './density-solver.ts';
import type { EventChunk, Solutions } from './event-chunk.ts';
import { paperSolver } from './paper-solver.ts';

/** Applies a model on the current backend of TensorFlow.js. */
export interface Solver {
  /** @param chunk Events, checked; as many as memory allows at once. */
  solve(chunk: EventChunk): Promise<Solutions>;
  dispose(): void;
}

/**
 * Makes a model ready to be applied.
 *
 * @param record What it is.
 * @param weights Of its network.
 */
export function solverOf(record: ModelDescription, weights: readonly Weight[]): Solver {
  return record.recipe === 'paper' ? paperSolver(record, weights) : densitySolver(record, weights);
}
