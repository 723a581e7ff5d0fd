import { describe, expect, it } from 'vitest';
import {
  evaluationWithoutBaselines,
  frozenEvaluation,
  measuredEvaluation,
} from '../../../test/support/frozen-evaluation.ts';
import { wasRun } from '../src/was-run.ts';

/** The frozen evaluation has all baselines and both measurements of the whole sample, by a recipe without errors. */
const EVALUATION = frozenEvaluation();
const { baselines, measurements, truth } = EVALUATION;

describe('what a pipeline ran', () => {
  it.each([
    'auxiliary.mA',
    'likelihood.mA',
    'solvability.mB',
    'endpoint.mt2_b',
    'endpoint.m2cc_ab',
  ])('is there: %s', (quantity) => {
    expect(wasRun(quantity, EVALUATION)).toBe(true);
  });

  it('is not there where its part of evaluation.json is null', () => {
    const without = {
      ...EVALUATION,
      measurements: { ...measurements, likelihood: null },
      baselines: { ...baselines, m2cc_ab: null },
    };
    expect(wasRun('likelihood.mB', without)).toBe(false);
    expect(wasRun('solvability.mB', without)).toBe(true);
    expect(wasRun('endpoint.m2cc_ab', without)).toBe(false);
    expect(wasRun('endpoint.m2cc_b', without)).toBe(true);
    expect(wasRun('m2ccMomenta.q1x.width', without)).toBe(false);
    expect(wasRun('momenta.q1x.width', without)).toBe(true);
  });

  it('is not there where the pipeline has no baselines; the rest is', () => {
    const bare = evaluationWithoutBaselines();
    const names = ['likelihood.mA', 'solvability.mB', 'endpoint.mt2_b', 'm2ccMomenta.q1x.width'];
    expect(names.filter((name) => wasRun(name, bare))).toEqual([]);
    const others = ['auxiliary.mA', 'truth.mA.median', 'momenta.q1x.width', 'events'];
    expect(others.filter((name) => wasRun(name, bare))).toEqual(others);
  });

  it('tells momenta that were not found from those that nothing is compared with', () => {
    const quantity = 'm2ccMomenta.q1x.correlation';
    const unknown = { ...EVALUATION, truth: null };
    const notWritten = { ...EVALUATION, truth: truth && { ...truth, m2cc: null } };
    expect([EVALUATION, unknown, notWritten].map((each) => wasRun(quantity, each))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('has errors and pulls only by the recipe that measures, and pseudo-experiments only if asked for', () => {
    const quantities = ['pull.mA', 'resolution.mA', 'pulls.mA.width'];
    expect(quantities.map((name) => wasRun(name, EVALUATION))).toEqual([false, false, false]);
    const without = measuredEvaluation();
    expect(quantities.map((name) => wasRun(name, without))).toEqual([true, true, true]);
    delete without.measured?.experiments;
    expect(quantities.map((name) => wasRun(name, without))).toEqual([true, true, false]);
  });
});
