import { describe, expect, it } from 'vitest';
import type { Evaluation } from '@deelema/records';
import { trainingFigure } from '../../src/figures/training.ts';
import { frozenEvaluation } from '../../../../test/support/frozen-evaluation.ts';
import { blindEvaluation, draw, drawable, rounded } from '../support.ts';

function withLosses(losses: readonly number[]): Evaluation {
  const { training, ...others } = frozenEvaluation();
  const history = losses.map((loss, i) => {
    return {
      epoch: i + 1,
      learningRate: 1e-3,
      trainLoss: loss,
      validationLoss: loss,
      mA: 1000 + i,
      mB: 800,
    };
  });
  return { ...others, training: { ...training, history } };
}

/** The scale of the loss axis. */
function lossScale(evaluation: Evaluation): unknown {
  const spec = JSON.stringify(drawable(trainingFigure(evaluation, 880)).spec);
  return /"scale":\{"type":"(\w+)"/.exec(spec)?.[1];
}

describe('trainingFigure', () => {
  it('looks as it did', async () => {
    const { svg } = await draw(trainingFigure(frozenEvaluation(), 880));
    await expect(rounded(svg)).toMatchFileSnapshot('../snapshots/training.svg');
  });

  it('labels axes with units, and all lines', async () => {
    const { texts } = await draw(trainingFigure(frozenEvaluation(), 880));
    for (const label of [
      'Loss [GeV]',
      'Auxiliary mass [GeV]',
      'Epoch',
      'training',
      'validation',
      'mA',
      'mB',
      'true masses',
    ]) {
      expect(texts).toContain(label);
    }
  });

  it('shows the loss in its unit', async () => {
    const { training, ...others } = frozenEvaluation();
    const evaluation = { ...others, training: { ...training, lossUnit: 'GeV²' as const } };
    expect((await draw(trainingFigure(evaluation, 880))).texts).toContain('Loss [GeV²]');
  });

  it('draws no true masses where none are known', async () => {
    const { texts } = await draw(trainingFigure(blindEvaluation(), 880));
    expect(texts).not.toContain('true masses');
  });

  it('takes a logarithmic loss axis if the loss falls far and stays positive', () => {
    expect(lossScale(withLosses([100, 10, 1]))).toBe('log');
    expect(lossScale(withLosses([3, 2, 1]))).toBe('linear');
    expect(lossScale(withLosses([100, 10, 0]))).toBe('linear');
  });

  it('draws a single epoch as points', async () => {
    const { svg } = await draw(trainingFigure(withLosses([2]), 880));
    // Training and validation loss, both auxiliary masses.
    expect(svg.match(/<path [^>]*d="M2\.\d+,0A/g)).toHaveLength(4);
  });

  it('is skipped with a reason where there is no history', () => {
    const reason = 'The training left no history.';
    expect(trainingFigure(withLosses([]), 880)).toMatchObject({ id: 'training', reason });
  });
});
