import { describe, expect, it } from 'vitest';
import type { Evaluation } from '@deelema/records';
import { trainingFigure } from '../../src/figures/training.ts';
import {
  frozenEvaluation,
  measuredEvaluation,
} from '../../../../test/support/frozen-evaluation.ts';
import { blindEvaluation, draw, drawable, rounded, tableOf } from '../support.ts';

function withLosses(losses: readonly number[]): Evaluation {
  const { training, ...others } = frozenEvaluation();
  const history = losses.map((loss, i) => {
    return {
      phase: 'train',
      epoch: i + 1,
      learningRate: 1e-3,
      trainLoss: loss,
      validationLoss: loss,
      masses: { A: 1000 + i, B: 800 },
      resolutions: null,
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

  it('leaves room between the curves and the frame', async () => {
    const { panels } = await draw(trainingFigure(withLosses([3, 2]), 880));
    // Six parts in a hundred of the distance, on both sides.
    const [low, high] = panels[0].vertical.domain;
    expect(low).toBeCloseTo(2 - 0.06, 9);
    expect(high).toBeCloseTo(3 + 0.06, 9);
    const [flatLow, flatHigh] = (await draw(trainingFigure(withLosses([2, 2]), 880))).panels[0]
      .vertical.domain;
    expect(flatLow).toBeLessThan(2);
    expect(flatHigh).toBeGreaterThan(2);
  });

  it('leaves out a loss that is no number, in the drawing and in the table', async () => {
    const figure = drawable(trainingFigure(withLosses([3, NaN, 1]), 880));
    const { svg, panels } = await draw(figure);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(panels[0].vertical.domain.every(Number.isFinite)).toBe(true);
    const losses = tableOf(figure).filter(({ series }) => series === 'validation');
    expect(losses.map(({ value }) => value)).toEqual(['3', '', '1']);
  });

  it('has all points in its table, by phase, and the true masses without an epoch', () => {
    const evaluation = measuredEvaluation();
    const rows = tableOf(trainingFigure(evaluation, 880));
    const { history } = evaluation.training;
    for (const { phase, epoch, masses } of history) {
      const row = rows.find((row) => {
        return row.phase === phase && row.series === 'm_B' && row.epoch === String(epoch);
      });
      expect(Number(row?.value)).toBeCloseTo(masses.B, 6);
    }
    const truths = rows.filter(({ series }) => series === 'true masses');
    // Two masses in each of two phases.
    expect(truths.map(({ epoch }) => epoch)).toEqual(['', '', '', '']);
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

describe('trainingFigure, of a training in phases', () => {
  it('looks as it did', async () => {
    const { svg } = await draw(trainingFigure(measuredEvaluation(), 880));
    await expect(rounded(svg)).toMatchFileSnapshot('../snapshots/training-phases.svg');
  });

  it('shows loss, masses and resolutions of each phase, with one legend for each', async () => {
    const { texts } = await draw(trainingFigure(measuredEvaluation(), 880));
    const times = (label: string) => texts.filter((text) => text === label).length;
    for (const phase of ['measure 1', 'measure 2']) {
      expect(times(`Epoch of “${phase}”`)).toBe(3);
    }
    for (const title of ['Loss [nats]', 'Auxiliary mass [GeV]', 'Resolution [GeV]']) {
      expect(times(title)).toBe(2);
    }
    for (const entry of ['training', 'validation', 'mA', 'mB', 'τA', 'τB', 'true masses']) {
      expect(times(entry)).toBe(1);
    }
  });

  it('keeps losses in nats on a linear axis', () => {
    const { training, ...others } = withLosses([100, 10, 1]);
    expect(lossScale({ ...others, training: { ...training, lossUnit: 'nats' } })).toBe('linear');
  });

  it('names the masses as the record does', async () => {
    const { training, ...others } = measuredEvaluation();
    const renamed = (masses: Readonly<Record<string, number>>) => ({ T: masses.A, W: masses.B });
    const history = training.history.map((entry) => ({
      ...entry,
      masses: renamed(entry.masses),
      resolutions: renamed(entry.resolutions ?? {}),
    }));
    const { texts } = await draw(
      trainingFigure({ ...others, training: { ...training, history } }, 880)
    );
    expect(texts).toEqual(expect.arrayContaining(['mT', 'mW', 'τT', 'τW']));
    expect(texts).not.toContain('mA');
  });

  it('says in the caption which phases there are, and counts all epochs', () => {
    const { caption } = drawable(trainingFigure(measuredEvaluation(), 880));
    expect(caption).toContain('From top to bottom: measure 1, measure 2.');
    expect(caption).toContain('Right: their resolutions τ');
    expect(caption).toContain('(m_A purple; m_B green, dashed)');
    expect(caption).toContain('700 events of the training split');
    expect(caption).toContain(
      'the network was trained with the recipe “deelema” for 5 epochs, seed 7.'
    );
  });
});
