import type { Evaluation } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { massFigure } from '../../src/figures/masses.ts';
import {
  frozenEvaluation,
  measuredEvaluation,
} from '../../../../test/support/frozen-evaluation.ts';
import { bareEvaluation, blindEvaluation, cancelledEvaluation, draw, rounded } from '../support.ts';

describe('massFigure', () => {
  it('looks as it did', async () => {
    const { svg } = await draw(massFigure(frozenEvaluation(), 880));
    await expect(rounded(svg)).toMatchFileSnapshot('../snapshots/masses.svg');
  });

  it('labels axes with units and bin widths, and all lines', async () => {
    const { texts } = await draw(massFigure(frozenEvaluation(), 880));
    for (const label of [
      'mB1, mB2 [GeV]',
      'mA1, mA2 [GeV]',
      'MT2(b), M2CC(b) [GeV]',
      'MT2(ab), M2CC(ab) [GeV]',
      'DeeLeMa, branch 1',
      'DeeLeMa, branch 2',
      'MT2',
      'M2CC',
      'true mass',
      'auxiliary mass',
    ]) {
      expect(texts).toContain(label);
    }
    const { low, high, counts } = frozenEvaluation().histograms.m_B1;
    expect(texts).toContain(`Events / ${(high - low) / counts.length} GeV`);
  });

  it('draws M_T2 alone where the baseline wrote nothing else', async () => {
    const figure = massFigure(bareEvaluation(), 880);
    const { texts } = await draw(figure);
    expect(texts).toContain('MT2(ab) [GeV]');
    expect(texts.filter((text) => text.includes('M2CC'))).toEqual([]);
    expect(figure.caption).toContain('the stransverse mass M_T2 of the subsystems');
  });

  it('draws no true mass where none is known', async () => {
    const { texts } = await draw(massFigure(blindEvaluation(), 880));
    expect(texts).toContain('auxiliary mass');
    expect(texts).not.toContain('true mass');
    expect(massFigure(blindEvaluation(), 880).caption).toContain('The true masses are not known.');
  });

  it.each([0, -3])('says why nothing is defined where the weights add up to %d', async (sum) => {
    const figure = massFigure({ ...cancelledEvaluation(), sumOfWeights: sum }, 880);
    expect(figure.caption).toContain(
      'The sum of the weights is not positive: means, widths and medians are not defined.'
    );
    expect(figure.caption).not.toMatch(/NaN|Infinity|%|not known/);
    expect((await draw(figure)).texts).not.toContain('true mass');
  });

  it('says how much lies outside a panel', () => {
    const { histograms, ...evaluation } = frozenEvaluation();
    // 50 of 400 events.
    const m_A1 = { ...histograms.m_A1, overflow: 50, underflow: 0 };
    const { caption } = massFigure({ ...evaluation, histograms: { ...histograms, m_A1 } }, 880);
    expect(caption).toContain('Up to 12.5 % of a distribution lies outside its panel.');
  });

  it('says in the caption whose events these are and what the lines mean', () => {
    const { caption } = massFigure(frozenEvaluation(), 880);
    expect(caption).toContain('Sample: toy of the tests, m_A 1000, m_B 800, m_C 700 GeV.');
    expect(caption).toContain('400 events of all splits; trained for 3 epochs, seed 7.');
    expect(caption).toContain('auxiliary masses, 799.0 GeV and 1001.0 GeV.');
    expect(caption).not.toContain('network chooses');
    expect(caption).toContain('true masses (median), 800.0 GeV and 1000.0 GeV.');
    expect(caption).toContain('In 80 events b1 and b2 are exchanged.');
  });

  it('says what was measured with its errors, and how often the pairing is right', async () => {
    const figure = massFigure(measuredEvaluation(), 880);
    // 1000.6 ± 1.3 and 800.5 ± 0.7, two digits of the errors.
    expect(figure.caption).toContain('measured masses, 800.50 ± 0.70 GeV and 1000.6 ± 1.3 GeV.');
    expect(figure.caption).toContain(
      'The pairing of a and b that the network chooses is right in 93.0 % of the events.'
    );
    const { texts } = await draw(figure);
    expect(texts).toContain('measured mass');
    expect(texts).not.toContain('auxiliary mass');
  });

  it('calls the axis a sum of weights where weights are not 1', async () => {
    const weighted = { ...frozenEvaluation(), sumOfWeights: 380.5 };
    const { texts } = await draw(massFigure(weighted, 880));
    expect(texts.some((text) => text.startsWith('Sum of weights / '))).toBe(true);
    expect(texts.some((text) => text.startsWith('Events / '))).toBe(false);
  });

  it('leaves out a mass that is out of range', async () => {
    const far = { ...frozenEvaluation(), auxiliary: { A: 5000, B: 799 } };
    const lines = async (evaluation: Evaluation) =>
      (await draw(massFigure(evaluation, 880))).svg.match(/<line[^>]*stroke-dasharray="8,3,2,3"/g);
    expect(await lines(frozenEvaluation())).toHaveLength(4);
    expect(await lines(far)).toHaveLength(2);
  });
});
