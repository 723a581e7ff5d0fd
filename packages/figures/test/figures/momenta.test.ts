import type { HeatMap } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { momentumFigure } from '../../src/figures/momenta.ts';
import {
  frozenEvaluation,
  measuredEvaluation,
} from '../../../../test/support/frozen-evaluation.ts';
import { bareEvaluation, blindEvaluation, draw, drawable, rounded, tableOf } from '../support.ts';

describe('momentumFigure', () => {
  it('looks as it did', async () => {
    const { svg } = await draw(momentumFigure(frozenEvaluation(), 880));
    await expect(rounded(svg)).toMatchFileSnapshot('../snapshots/momenta.svg');
  });

  it('labels both axes of all six panels and shows the correlations', async () => {
    const evaluation = frozenEvaluation();
    const { texts } = await draw(momentumFigure(evaluation, 880));
    for (const { component, correlation } of evaluation.truth?.rightPairing.components ?? []) {
      expect(texts).toContain(`Predicted ${component} [GeV]`);
      expect(texts).toContain(`True ${component} [GeV]`);
      expect(texts).toContain(`r = ${correlation?.toFixed(3)}`);
    }
    expect(texts).toContain('Events / cell');
  });

  it('shows the momenta of M_2CC below, with their own correlations', async () => {
    const evaluation = frozenEvaluation();
    const { texts } = await draw(momentumFigure(evaluation, 880));
    const metrics = evaluation.truth?.m2cc?.rightPairing.components;
    expect(metrics).toHaveLength(6);
    for (const { component, correlation } of metrics ?? []) {
      expect(texts).toContain(`M2CC(ab): ${component} [GeV]`);
      expect(texts).toContain(`r = ${correlation?.toFixed(3)}`);
    }
    const { caption } = drawable(momentumFigure(evaluation, 880));
    expect(caption).toContain('The two lower rows: the momenta at the minimum of M_2CC(ab)');
  });

  it('shows DeeLeMa alone where the baseline wrote no momenta', async () => {
    const figure = momentumFigure(bareEvaluation(), 880);
    const { texts } = await draw(figure);
    expect(texts.filter((text) => text.startsWith('r = '))).toHaveLength(6);
    expect(drawable(figure).caption).not.toContain('M_2CC');
  });

  it('draws one cell for each positive content', async () => {
    const evaluation = frozenEvaluation();
    const { heatMaps = [], m2cc } = evaluation.truth ?? {};
    const all = [...heatMaps, ...(m2cc?.heatMaps ?? [])];
    const cells = all.flatMap(({ counts }) => counts.filter((n) => n > 0));
    const { svg } = await draw(momentumFigure(evaluation, 880));
    expect(fills(svg)).toHaveLength(cells.length);
  });

  it('keeps its colours under any scale of the weights, and says that they are weights', async () => {
    const evaluation = frozenEvaluation();
    const { truth } = evaluation;
    if (truth === null) throw new Error('The fixture has no truth.');
    const scaled = (map: HeatMap) => ({ ...map, counts: map.counts.map((n) => 1e-4 * n) });
    const light = {
      ...evaluation,
      sumOfWeights: 1e-4 * evaluation.sumOfWeights,
      truth: {
        ...truth,
        heatMaps: truth.heatMaps.map(scaled),
        m2cc: truth.m2cc && { ...truth.m2cc, heatMaps: truth.m2cc.heatMaps.map(scaled) },
      },
    };
    const [heavy, small] = [
      await draw(momentumFigure(evaluation, 880)),
      await draw(momentumFigure(light, 880)),
    ];
    expect(fills(heavy.svg).length).toBeGreaterThan(100);
    expect(fills(small.svg)).toEqual(fills(heavy.svg));
    expect(small.texts).toContain('Sum of weights / cell');
    // The longer title of the legend takes its room from the panels; texts are a few pixels off.
    const [, drawnWidth] = /width="(\d+)"/.exec(small.svg) ?? [];
    expect(Number(drawnWidth)).toBeLessThanOrEqual(885);
  });

  it('has the cells with content in its table, what lies outside, and the correlations', () => {
    const evaluation = frozenEvaluation();
    const rows = tableOf(momentumFigure(evaluation, 880));
    const { heatMaps = [], rightPairing } = evaluation.truth ?? {};
    expect(heatMaps).toHaveLength(6);
    for (const { component, counts, outside } of heatMaps) {
      const own = rows.filter((row) => {
        return row.component === component && row.panel.startsWith('Predicted ');
      });
      const contents = own.filter(({ part }) => part === 'cell').map((row) => Number(row.content));
      expect(contents).toEqual(counts.filter((n) => n > 0));
      expect(own.find(({ part }) => part === 'outside')?.content).toBe(String(outside));
      const metrics = rightPairing?.components.find((metrics) => metrics.component === component);
      const correlation = own.find(({ part }) => part === 'correlation')?.correlation;
      expect(Number(correlation)).toBeCloseTo(metrics?.correlation ?? NaN, 9);
    }
  });

  it('can be drawn without a positive cell', async () => {
    const { truth, ...others } = frozenEvaluation();
    if (truth === null) throw new Error('The fixture has no truth.');
    const empty = truth.heatMaps.map((map) => ({ ...map, counts: map.counts.map(() => 0) }));
    const { svg } = await draw(
      momentumFigure({ ...others, truth: { ...truth, heatMaps: empty, m2cc: null } }, 880)
    );
    expect(fills(svg)).toEqual([]);
    expect(svg).not.toContain('NaN');
  });

  it('shows unexchanged events only and counts them', () => {
    const { caption } = drawable(momentumFigure(frozenEvaluation(), 880));
    expect(caption).toContain('320 events of all splits');
    expect(caption).toContain('Events with b1 and b2 exchanged are left out.');
  });

  it('leaves out events whose pairing was chosen wrongly, and says so', () => {
    const evaluation = measuredEvaluation();
    const { caption } = drawable(momentumFigure(evaluation, 880));
    expect(caption).toContain(
      'Events in which the network chooses the wrong pairing are left out; of M_2CC, which takes the ' +
        'pairing of the file, those with b1 and b2 exchanged.'
    );
    const { caption: unmixed } = drawable(
      momentumFigure({ ...evaluation, exchangedEvents: 0 }, 880)
    );
    expect(unmixed).toContain('chooses the wrong pairing are left out. Sample');
  });

  it('is skipped with a reason without truth, or without unexchanged events', () => {
    const none = 'The true invisible momenta of these events are not known.';
    expect(momentumFigure(blindEvaluation(), 880)).toMatchObject({ id: 'momenta', reason: none });
    const { truth, ...others } = frozenEvaluation();
    if (truth === null) throw new Error('The fixture has no truth.');
    const rightPairing = { ...truth.rightPairing, events: 0 };
    const all = momentumFigure({ ...others, truth: { ...truth, rightPairing } }, 880);
    expect(all).toMatchObject({
      reason: 'In none of these events do a and b stand beside each other as they belong together.',
    });
  });
});

/** The colours of the cells, in the order in which they are drawn. */
function fills(svg: string): string[] {
  return [...svg.matchAll(/<path d="[^"]*" fill="(rgb[^"]*)"/g)].map(([, fill]) => fill);
}
