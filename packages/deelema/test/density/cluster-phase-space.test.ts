import { grads, scalar, variable } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { compileStep } from '@deelema/tfjs-onnxruntime';
import { beforeEach, describe, expect, it } from 'vitest';
import '../../src/index.ts';
import { logClusterPhaseSpace } from '../../src/density/cluster-phase-space.ts';
import { BACKENDS, take, useBackend } from '../backends.ts';
import { phaseSpaceOfThree } from './float64.ts';

const M = 10;
/** r = m²/M² up to where the decay is nearly closed. */
const RATIOS = [0, 1e-6, 1e-4, 0.003, 0.02, 0.1, 0.25, 0.49, 0.7, 0.9, 0.96, 0.98];

/** m in float32, as the function is given it: near M the difference counts. */
const massAt = (r: number): number => Math.fround(M * Math.sqrt(r));

async function phaseSpace(n: number, m: number): Promise<number> {
  return Math.exp((await take(logClusterPhaseSpace(n, scalar(M), scalar(m))))[0]);
}

/** Φ from its definition, ∫ dv² v^{2(n−2)} λ^{1/2}/M² times n − 1, by Simpson's rule. */
function byDefinition(n: number, mass: number, m: number): number {
  return (
    (n - 1) *
    simpson(800, (w) => {
      // v = (M − m)(1 − w²) takes the edge of λ^{1/2} away.
      const v = (mass - m) * (1 - w * w);
      const edge = (mass - m) * w * Math.sqrt(2 - w * w);
      const lambda = edge * Math.sqrt((mass + m - v) * (mass + m + v));
      return (4 * (mass - m) * w * v ** (2 * n - 3) * lambda) / mass ** 2;
    })
  );
}

/** Φ_{n+1} ∝ ∫ ds (1 − s/M²) Φ_n(s), one massless particle after the other: by Simpson's rule. */
function byRecursion(n: number, square: number, m2: number): number {
  if (n === 1) return 1 - m2 / square;
  // Even in ln s, for Φ_n has ln s.
  const range = Math.log(square / m2);
  return simpson(144, (u) => {
    const s = m2 * Math.exp(range * u);
    return range * s * (1 - s / square) * byRecursion(n - 1, s, m2);
  });
}

/** ∫₀¹ f. */
function simpson(intervals: number, f: (u: number) => number): number {
  let sum = 0;
  for (let k = 0; k <= intervals; ++k) {
    const weight = k === 0 || k === intervals ? 1 : 2 + 2 * (k % 2);
    sum += weight * f(k / intervals);
  }
  return sum / (3 * intervals);
}

describe('logClusterPhaseSpace', () => {
  beforeEach(() => useBackend('cpu'));

  it.each(RATIOS)('is M²/2 [1 − r² + 2r ln r] for two massless particles: r = %f', async (r) => {
    const m = massAt(r);
    // The polynomial is off by 5·10⁻⁷, float32 by as much.
    expect((await phaseSpace(2, m)) / phaseSpaceOfThree(M, m) - 1).toBeCloseTo(0, 5);
  });

  const CASES = [2, 3, 4, 6].flatMap((n) => RATIOS.map((r) => ({ n, r })));
  it.each(CASES)('is its definition: n = $n, r = $r', async ({ n, r }) => {
    const m = massAt(r);
    const ratio = (await phaseSpace(n, m)) / byDefinition(n, M, m);
    expect(Math.abs(ratio - 1)).toBeLessThan(1e-5);
  });

  const DEEP = [3, 4].flatMap((n) => [0.02, 0.1, 0.49, 0.9].map((r) => ({ n, r })));
  it.each(DEEP)('is the recursion in one particle at a time: n = $n, r = $r', async ({ n, r }) => {
    const m = massAt(r);
    // The recursion divides by the square of (n − 1)!.
    const factorials = n === 3 ? 4 : 36;
    const expected = factorials * byRecursion(n, M * M, m * m);
    expect(Math.abs((await phaseSpace(n, m)) / expected - 1)).toBeLessThan(1e-5);
  });

  it('is M^{2(n−1)}/n for an invisible without mass', async () => {
    const found = await Promise.all([2, 3, 4].map((n) => phaseSpace(n, 0)));
    found.forEach((value, i) => {
      const n = i + 2;
      expect(Math.abs((value * n) / M ** (2 * n - 2) - 1)).toBeLessThan(1e-5);
    });
  });

  it('is finite where the decay closes, and beyond', async () => {
    const [open, closed, beyond] = await Promise.all([9.9999, 10, 12].map((m) => phaseSpace(3, m)));
    expect(closed).toBeGreaterThan(0);
    expect(open).toBeCloseTo(closed, 10);
    expect(beyond).toBe(closed);
  });
});

it('is the same of a compiled step, whatever mass comes next', async () => {
  await useBackend('onnxruntime');
  const mass = variable(scalar(0));
  const compiled = compileStep(() => logClusterPhaseSpace(2, mass, 7));
  for (const value of [10, 12, 300]) {
    mass.assign(scalar(value));
    const found = await take(compiled()[0]);
    expect(found[0]).toBeCloseTo(Math.log(phaseSpaceOfThree(value, 7)), 5);
  }
  mass.dispose();
});

describe.each(BACKENDS)('gradients of logClusterPhaseSpace on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  const CASES = [2, 3, 4].flatMap((n) => [0.01, 0.25, 0.7, 0.95].map((r) => ({ n, r })));
  it.each(CASES)('are differences: n = $n, r = $r', async ({ n, r }) => {
    const m = massAt(r);
    const of = grads((mass: Tensor, next: Tensor) => logClusterPhaseSpace(n, mass, next));
    const [byMass, byNext] = await Promise.all(of([scalar(M), scalar(m)]).map(take));
    const h = 1e-3 * (M - m);
    const f = (mass: number, next: number): number => Math.log(byDefinition(n, mass, next));
    const slopes = [(f(M + h, m) - f(M - h, m)) / (2 * h), (f(M, m + h) - f(M, m - h)) / (2 * h)];
    // The slope of a polynomial that is 2·10⁻⁶ off; slopes are of order 1/M, nearly closed 1/(M − m).
    expect(Math.abs(byMass[0] * M - slopes[0] * M)).toBeLessThan(3e-4 * Math.abs(slopes[0] * M));
    expect(Math.abs(byNext[0] * M - slopes[1] * M)).toBeLessThan(3e-4 * Math.abs(slopes[0] * M));
  });

  it('is 2(n − 1)/M for an invisible without mass', async () => {
    const of = grads((mass: Tensor) => logClusterPhaseSpace(3, mass, 0));
    const [[slope]] = await Promise.all(of([scalar(M)]).map(take));
    // The polynomial starts at m/M = 10⁻⁶.
    expect(slope).toBeCloseTo(0.4, 6);
  });
});
