import { describe, expect, it } from 'vitest';
import type { Evaluation } from '@deelema/records';
import { evaluationWithoutBaselines } from '../../../../test/support/frozen-evaluation.ts';
import {
  fourMassesEvaluation,
  oneStepEvaluation,
} from '../../../../test/support/other-topologies.ts';
import { massFigure } from '../../src/figures/masses.ts';
import { momentumFigure } from '../../src/figures/momenta.ts';
import { solvabilityFigure } from '../../src/figures/solvability.ts';
import { trainingFigure } from '../../src/figures/training.ts';
import { draw, drawable } from '../support.ts';

const axes = (texts: readonly string[]) => texts.filter((text) => /^[mM]\S.* \[GeV\]$/.test(text));

describe('figures of a training for A → (a b) C', () => {
  it('draw its one mass, and all bounds', async () => {
    const figure = massFigure(oneStepEvaluation(), 880);
    expect(axes((await draw(figure)).texts)).toEqual([
      'mA1, mA2 [GeV]',
      'MT2(ab), M2CC(ab) [GeV]',
      'MT2(b), M2CC(b) [GeV]',
    ]);
    expect(figure.caption).toContain('of the decays A → (a b) C, with the invisible momenta');
    expect(figure.caption).toContain('measured masses, m_A 1000.6 ± 1.3 GeV.');
  });

  it('draw it alone where no bounds were computed', async () => {
    const figure = massFigure(evaluationWithoutBaselines(oneStepEvaluation()), 880);
    expect(axes((await draw(figure)).texts)).toEqual(['mA1, mA2 [GeV]']);
    expect(figure.caption).toContain(
      'of the decays A → (a b) C, with the invisible momenta that DeeLeMa predicts. The lower bounds M_T2 and M_2CC were not computed.'
    );
  });

  it('mark no point in the plane of A and B, for there is no B', async () => {
    const { texts } = await draw(solvabilityFigure(oneStepEvaluation(), 880));
    expect(texts).toContain('likelihood');
    expect(texts).not.toContain('DeeLeMa');
  });

  it('show the true mass of A alone beside its course', () => {
    const { spec, caption } = drawable(trainingFigure(oneStepEvaluation(), 880));
    const rules = JSON.stringify(spec).match(/\{"y":\d+(\.\d+)?,"series":"true masses"\}/g);
    // One in each of the two phases.
    expect(rules).toHaveLength(2);
    expect(caption).toContain('the auxiliary masses of A after each epoch');
  });
});

describe('figures of a training with four masses', () => {
  it('draw those of one particle together', async () => {
    const figure = massFigure(fourMassesEvaluation(), 880);
    expect(axes((await draw(figure)).texts)).toEqual(
      expect.arrayContaining(['mB1, mE2 [GeV]', 'mA1, mD2 [GeV]'])
    );
    expect(figure.caption).toContain(
      'm_A 1000.6 ± 1.3 GeV, m_D 1000.6 ± 1.3 GeV, m_B 800.50 ± 0.70 GeV and m_E 800.50 ± 0.70 GeV.'
    );
  });

  it('are skipped where the momenta have no true partners', () => {
    const { truth, ...others } = fourMassesEvaluation();
    const strange = { ...others, truth: truth && { ...truth, heatMaps: [] } } as Evaluation;
    expect(momentumFigure(strange, 880)).toMatchObject({
      reason:
        'The branches of this training have other visible particles than those of the events.',
    });
  });
});
