import type { Evaluation } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { solvabilityFigure } from '../../src/figures/solvability.ts';
import {
  evaluationWithoutBaselines,
  frozenEvaluation,
  measuredEvaluation,
} from '../../../../test/support/frozen-evaluation.ts';
import { bareEvaluation, blindEvaluation, draw, drawable, rounded, tableOf } from '../support.ts';

type Solvability = NonNullable<NonNullable<Evaluation['measurements']>['solvability']>;

function withSolvability(change: (measured: Solvability) => Solvability): Evaluation {
  const evaluation = frozenEvaluation();
  const { likelihood, solvability } = evaluation.measurements;
  if (solvability === null) throw new Error('The fixture has no map.');
  return { ...evaluation, measurements: { likelihood, solvability: change(solvability) } };
}

/** The colours of the cells. */
function fills(svg: string): string[] {
  return [...svg.matchAll(/<path d="[^"]*" fill="(rgb[^"]*)"/g)].map(([, fill]) => fill);
}

describe('solvabilityFigure', () => {
  it('looks as it did', async () => {
    const { svg } = await draw(solvabilityFigure(frozenEvaluation(), 880));
    await expect(rounded(svg)).toMatchFileSnapshot('../snapshots/solvability.svg');
  });

  it('labels the axes with units, and names every method', async () => {
    const { texts } = await draw(solvabilityFigure(frozenEvaluation(), 880));
    for (const label of [
      'Trial mass mB [GeV]',
      'Trial mass mA [GeV]',
      'Solvable events',
      'DeeLeMa',
      'likelihood',
      'solvability',
      'true masses',
    ]) {
      expect(texts).toContain(label);
    }
  });

  it('puts m_B across and m_A up: the cell of a pair of masses takes its place and colour', async () => {
    const single = withSolvability((measured) => ({
      ...measured,
      map: { mA: [900, 1000, 1100], mB: [700, 800], fractions: [0, 0, 1, 0, 0, 0] },
    }));
    const { spec } = drawable(solvabilityFigure(single, 880));
    // (m_A[2], m_B[0]): half-way to the neighbours, and as far beyond the last.
    expect(JSON.stringify(spec)).toContain('{"x":650,"x2":750,"y":1050,"y2":1150,"fraction":1}');
    expect(fills((await draw(solvabilityFigure(single, 880))).svg)).toHaveLength(6);
  });

  it('leaves out cells without a fraction, and masses that are not known or out of range', async () => {
    const evaluation = withSolvability((measured) => ({
      ...measured,
      mA: { value: null, error: null },
      map: { mA: [960, 1040], mB: [760, 840], fractions: [0.5, null, 0.5, null] },
    }));
    const figure = solvabilityFigure({ ...evaluation, auxiliary: { A: 5000, B: 799 } }, 880);
    const { svg, texts } = await draw(figure);
    expect(fills(svg)).toHaveLength(2);
    expect(texts).toContain('likelihood');
    expect(texts).not.toContain('DeeLeMa');
    expect(texts).not.toContain('solvability');
    expect(figure).toMatchObject({
      caption: expect.stringContaining('No edge was found.') as string,
    });
  });

  it('has the grid and the masses by each method in its table', () => {
    const rows = tableOf(
      solvabilityFigure(
        withSolvability((measured) => ({
          ...measured,
          map: { mA: [900, 1100], mB: [700, 900], fractions: [0.25, null, 0.5, 1] },
        })),
        880
      )
    );
    const grid = rows.filter(({ series }) => series === 'trial masses');
    expect(grid.map(({ mA, mB, fraction }) => [mA, mB, fraction])).toEqual([
      ['900', '700', '0.25'],
      ['900', '900', '0.5'],
      ['1100', '900', '1'],
    ]);
    const point = rows.find(({ series }) => series === 'solvability');
    // As the caption says.
    expect(point).toMatchObject({ mA: '1002', mAError: '4', mB: '801', mBError: '3' });
  });

  it('draws the errors of masses that the training measured', () => {
    const { spec } = drawable(solvabilityFigure(measuredEvaluation(), 880));
    // 800.5 ± 0.7 across, 1000.6 ± 1.3 up.
    expect(JSON.stringify(spec)).toContain('"x":800.5,"y":1000.6,"left":799.8,"right":801.2');
    const auxiliary = JSON.stringify(drawable(solvabilityFigure(frozenEvaluation(), 880)).spec);
    expect(auxiliary).toContain('"x":799,"y":1001,"left":799,"right":799');
  });

  it('says in the caption what the edge gives, and of which events', () => {
    const { caption } = drawable(solvabilityFigure(frozenEvaluation(), 880));
    expect(caption).toContain('Its edge gives 801.0 ± 3.0 GeV and 1002.0 ± 4.0 GeV for B and A.');
    expect(caption).toContain(
      'Marked: true masses (red cross), DeeLeMa (orange circle), likelihood (green square) and ' +
        'solvability (purple diamond); bars: one standard error.'
    );
    expect(caption).toContain(
      '400 events of all splits; the network was trained with the recipe “paper” for 3 epochs, seed 7.'
    );
    const blind = drawable(solvabilityFigure(blindEvaluation(), 880));
    expect(blind.caption).toContain('The true masses are not known.');
  });

  it('is skipped with a reason where nothing was measured', () => {
    const reason = 'Not run: the settings of the baseline do not ask for it.';
    const skipped = solvabilityFigure(bareEvaluation(), 880);
    expect(skipped).toMatchObject({ id: 'solvability', reason });
    expect(solvabilityFigure(evaluationWithoutBaselines(), 880)).toMatchObject({
      id: 'solvability',
      reason: 'Not run: this pipeline has no stage “baseline”.',
    });
    const line = withSolvability((measured) => ({
      ...measured,
      map: { mA: [1000], mB: [700, 800], fractions: [1, 1] },
    }));
    expect(solvabilityFigure(line, 880)).toHaveProperty('reason');
  });
});
