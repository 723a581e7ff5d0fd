import type { Evaluation } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { massFigure } from '../../src/figures/masses.ts';
import {
  evaluationWithoutBaselines,
  frozenEvaluation,
  measuredEvaluation,
} from '../../../../test/support/frozen-evaluation.ts';
import {
  bareEvaluation,
  blindEvaluation,
  cancelledEvaluation,
  draw,
  rounded,
  tableOf,
} from '../support.ts';

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

  it('draws no bounds where none were computed', async () => {
    const figure = massFigure(evaluationWithoutBaselines(), 880);
    const { texts } = await draw(figure);
    expect(texts).toContain('mA1, mA2 [GeV]');
    expect(texts).toContain('DeeLeMa, branch 2');
    expect(texts.filter((text) => /M(T2|2CC)/.test(text))).toEqual([]);
    expect(figure.title).toBe('Mass distributions of B and A: DeeLeMa');
    expect(figure.caption).toContain(
      'predicts, in both branches. The lower bounds M_T2 and M_2CC were not computed. Blue: branch 1; orange, dashed: branch 2.'
    );
    expect(new Set(figure.data?.map(({ series }) => series))).toEqual(
      new Set(['DeeLeMa, branch 1', 'DeeLeMa, branch 2', 'true mass', 'auxiliary mass'])
    );
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

  it('has all events of each distribution in its table: in bins, below or above', () => {
    const evaluation = frozenEvaluation();
    const rows = tableOf(massFigure(evaluation, 880)).filter(({ part }) => part !== 'line');
    const series = [...new Set(rows.map(({ panel, series }) => `${panel}: ${series}`))];
    expect(series).toEqual([
      'm_B1, m_B2 [GeV]: DeeLeMa, branch 1',
      'm_B1, m_B2 [GeV]: DeeLeMa, branch 2',
      'm_A1, m_A2 [GeV]: DeeLeMa, branch 1',
      'm_A1, m_A2 [GeV]: DeeLeMa, branch 2',
      'M_T2(b), M_2CC(b) [GeV]: M_T2',
      'M_T2(b), M_2CC(b) [GeV]: M_2CC',
      'M_T2(ab), M_2CC(ab) [GeV]: M_T2',
      'M_T2(ab), M_2CC(ab) [GeV]: M_2CC',
    ]);
    const { baselines, masses } = evaluation;
    const finite = [
      ...(['m_B1', 'm_B2', 'm_A1', 'm_A2'] as const).map((name) => masses[name]),
      ...[baselines.mt2_b, baselines.m2cc_b, baselines.mt2_ab, baselines.m2cc_ab],
    ].map((statistics) => statistics?.events);
    const sums = series.map((name) =>
      rows
        .filter(({ panel, series }) => `${panel}: ${series}` === name)
        .reduce((sum, { content }) => sum + Number(content), 0)
    );
    expect(sums).toEqual(finite);
  });

  it('has bins side by side in its table, from the lower end of the axis to the upper', () => {
    const evaluation = frozenEvaluation();
    const rows = tableOf(massFigure(evaluation, 880)).filter(
      ({ panel, series }) => panel.startsWith('m_A1') && series.endsWith('1')
    );
    const { low, high, counts, underflow, overflow } = evaluation.histograms.m_A1;
    expect(rows.map(({ part }) => part)).toEqual([
      'underflow',
      ...counts.map(() => 'bin'),
      'overflow',
    ]);
    expect(rows.map(({ content }) => Number(content))).toEqual([underflow, ...counts, overflow]);
    const edges = rows.map(({ low, high }) => [low, high]);
    expect([edges[0], edges[edges.length - 1]]).toEqual([
      ['', String(low)],
      [String(high), ''],
    ]);
    rows.slice(1).forEach((row, i) => {
      expect(row.low).toBe(rows[i].high);
    });
  });

  it('draws histograms without an event, and a mass without a true one', async () => {
    const { histograms } = frozenEvaluation();
    const empty = Object.fromEntries(
      Object.entries(histograms).map(([name, histogram]) => {
        return [name, histogram && { ...histogram, counts: histogram.counts.map(() => 0) }];
      })
    ) as Evaluation['histograms'];
    const figure = massFigure({ ...cancelledEvaluation(), histograms: empty }, 880);
    const { svg, panels } = await draw(figure);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(panels).toHaveLength(4);
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
    expect(caption).toContain(
      '400 events of all splits; trained with the recipe “paper” for 3 epochs, seed 7.'
    );
    expect(caption).toContain(
      'Blue: branch 1; orange, dashed: branch 2; grey: M_T2; green, dashed: M_2CC.'
    );
    expect(massFigure(bareEvaluation(), 880).caption).toContain('dashed: branch 2; grey: M_T2. ');
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
