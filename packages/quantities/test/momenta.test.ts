import type { Evaluation } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { frozenEvaluation } from '../../../test/support/frozen-evaluation.ts';
import { PAPER_TRAINING } from '../../../test/support/trainings.ts';
import { quantityNamed } from '../src/index.ts';

const evaluation = frozenEvaluation();
const { truth } = evaluation;
if (truth === null) throw new Error('The frozen evaluation knows no truth.');

function number(name: string, of: Partial<Evaluation>) {
  return quantityNamed(name)?.read({
    training: PAPER_TRAINING,
    measurements: { schemaVersion: 1, likelihood: null, solvability: null },
    evaluation: { ...evaluation, ...of },
  });
}

/** Metrics of q1x in so many events. */
function metrics(events: number, nonFinite: number) {
  const component = { component: 'q1x' as const, nonFinite };
  const numbers = { correlation: 0.6, residualMean: 0, residualWidth: 12 };
  return { events, components: [{ ...component, ...numbers }] };
}

const UNKNOWN = { value: null, error: null };

describe('the momenta of rightly paired events', () => {
  it('have the errors of normally distributed ones: (1 − r²)/√(n − 1) and σ/√(2 (n − 1))', () => {
    const of = { truth: { ...truth, rightPairing: metrics(41, 8), m2cc: null } };
    // By hand, n − 1 = 32: √(2 · 32) = 8.
    expect(number('momenta.q1x.width', of)).toEqual({ value: 12, error: 12 / 8 });
    const { value, error } = number('momenta.q1x.correlation', of) ?? UNKNOWN;
    expect(value).toBe(0.6);
    // 0.64 / √32; one rounding.
    expect(error).toBeCloseTo(0.11313708498984762, 15);
  });

  it('at the minimum of M_2CC(ab) have quantities of their own', () => {
    const m2cc = { rightPairing: metrics(9, 0), wrongPairing: metrics(4, 0), heatMaps: [] };
    const of = { truth: { ...truth, m2cc } };
    expect(number('m2ccMomenta.q1x.width', of)).toEqual({ value: 12, error: 12 / 4 });
    expect(number('momenta.q1x.width', of)?.value).toBe(
      truth.rightPairing.components[0].residualWidth
    );
  });

  it('have no error in a single event', () => {
    const of = { truth: { ...truth, rightPairing: metrics(2, 1) } };
    expect(number('momenta.q1x.width', of)).toEqual({ value: 12, error: null });
    expect(number('momenta.q1x.correlation', of)).toEqual({ value: 0.6, error: null });
  });

  it('are unknown without truth, without the baseline, and for other branches', () => {
    expect(number('momenta.q1x.width', { truth: null })).toEqual(UNKNOWN);
    const others = { ...truth, rightPairing: { events: 0, components: [] }, m2cc: null };
    expect(number('momenta.q2z.correlation', { truth: others })).toEqual(UNKNOWN);
    expect(number('m2ccMomenta.q2z.correlation', { truth: others })).toEqual(UNKNOWN);
  });
});
