import type { Figure, SkippedFigure } from '@deelema/plots';
import type { Evaluation } from '@deelema/records';
import { massFigure } from './figures/masses.ts';
import { momentumFigure } from './figures/momenta.ts';
import { solvabilityFigure } from './figures/solvability.ts';
import { trainingFigure } from './figures/training.ts';

/**
 * All figures of an evaluation, in the order of the report.
 *
 * @param evaluation The evaluation.
 * @param width Width of a figure, px.
 */
export function figuresOf(evaluation: Evaluation, width: number): (Figure | SkippedFigure)[] {
  return [
    massFigure(evaluation, width),
    momentumFigure(evaluation, width),
    solvabilityFigure(evaluation, width),
    trainingFigure(evaluation, width),
  ];
}
