import { grads, scalar, sum } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { PAIR, pairDensity, pairPolynomial } from '@deelema/pair-production';
import { grv94lo } from '@deelema/parton-distributions';
import { beforeEach, describe, expect, it } from 'vitest';
import '../../src/index.ts';
import { logPairDensity, type Parents } from '../../src/density/pair-production.ts';
import { BACKENDS, take, useBackend } from '../backends.ts';
import { spread } from './events.ts';
import type { Four } from './float64.ts';
import { column } from './tensors.ts';

const N = 300;
const [M, UNIT, RAPIDITY] = [900, 150, 0.4];
const PARTONS = grv94lo();
const COLLIDER = { process: 'phase-space', beamEnergy: 13000 } as const;

/** A pair of mass M each: ln(√ŝ/2M), its rapidity, cosθ, and a transverse momentum; GeV. */
function pair(i: number, most: number) {
  const [u, y] = [0.9 * most * spread(i, 1) ** 2, 2 * spread(i, 2) - 1];
  const c = 2 * spread(i, 3) - 1;
  const sqrtS = 2 * M * Math.exp(u);
  const p = Math.sqrt(sqrtS * sqrtS - 4 * M * M) / 2;
  const across = p * Math.sqrt(1 - c * c);
  const azimuth = 2 * Math.PI * spread(i, 4);
  const [x, w] = [across * Math.cos(azimuth), across * Math.sin(azimuth)];
  const q = 0.4 * M * spread(i, 5);
  // Across the beams first, then along them: the order of the Collins–Soper frame.
  const moved = (sign: 1 | -1): Four => {
    const [e, px, pz] = [sqrtS / 2, sign * x, sign * p * c];
    const gamma = Math.hypot(1, q / sqrtS);
    const [e1, x1] = [gamma * e + (q / sqrtS) * px, gamma * px + (q / sqrtS) * e];
    const [cosh, sinh] = [Math.cosh(y - RAPIDITY), Math.sinh(y - RAPIDITY)];
    return [cosh * e1 + sinh * pz, x1, sign * w, cosh * pz + sinh * e1];
  };
  return { u, y, c, sqrtS, p, momenta: [moved(1), moved(-1)] as const };
}

function parentsOf(pairs: readonly ReturnType<typeof pair>[]): Parents {
  const of = (k: 0 | 1) => {
    const at = (c: number): Tensor2D => column(pairs.map(({ momenta }) => momenta[k][c] / UNIT));
    return { e: at(0), px: at(1), py: at(2), pz: at(3) };
  };
  const masses = (): Tensor2D => column(pairs.map(() => M / UNIT));
  return {
    momenta: [of(0), of(1)],
    masses: [masses(), masses()],
    rapidity: column(pairs.map(() => RAPIDITY)),
  };
}

const polynomial = pairPolynomial({ ...COLLIDER, partons: PARTONS, reference: 1000 });
const pairs = Array.from({ length: N }, (_, i) => pair(i, polynomial.uRange[1]));

/** The polynomial by its definition. */
function valueOf({ u, y, c }: ReturnType<typeof pair>, pole = M): number {
  const m = Math.log(pole / polynomial.reference);
  const ySquared = Math.min(y * y, polynomial.ySquaredMost) / 4;
  return polynomial.terms.reduce(
    (sum, term) =>
      sum + term.coefficient * u ** term.u * ySquared ** term.y * (c * c) ** term.c * m ** term.m,
    0
  );
}

describe.each(BACKENDS)('logPairDensity on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('is the polynomial at √ŝ, y and cosθ* of the pair, whatever its recoil', async () => {
    const parents = parentsOf(pairs);
    const found = await take(logPairDensity(parents, scalar(M / UNIT), polynomial, UNIT));
    for (const [i, one] of pairs.entries()) {
      // Near threshold cosθ* is a quotient of small differences; the polynomial is almost flat in it.
      expect(Math.abs(found[i] - valueOf(one))).toBeLessThan(5e-3);
    }
  });
});

describe('logPairDensity', () => {
  beforeEach(() => useBackend('cpu'));

  it('is the density of pairs by parton distributions, to what the polynomial leaves', async () => {
    const { evaluate } = pairDensity({
      ...COLLIDER,
      partons: PARTONS,
      poleMasses: polynomial.masses,
    });
    const found = await take(logPairDensity(parentsOf(pairs), scalar(M / UNIT), polynomial, UNIT));
    const row = new Float64Array(PAIR.length);
    let [events, wrong] = [0, 0];
    pairs.forEach(({ sqrtS, y, c, p }, i) => {
      row.set([sqrtS, y, c, M, M, M]);
      evaluate(row);
      const density = row[PAIR.density];
      if (density === 0) return;
      events += density;
      wrong += density * (found[i] - Math.log(density / (2 * p))) ** 2;
    });
    // Weighted as events; the polynomial's own rms is that of 99 % of them.
    expect(polynomial.rms).toBeLessThan(0.03);
    expect(Math.sqrt(wrong / events)).toBeLessThan(2 * polynomial.rms);
  });

  it('stays at the edge of what was fitted', async () => {
    // √ŝ below twice the pole mass, and far above; y beyond the last.
    const found = async (one: ReturnType<typeof pair>, pole: number) =>
      (await take(logPairDensity(parentsOf([one]), scalar(pole / UNIT), polynomial, UNIT)))[0];
    const [one] = pairs.filter(({ u }) => u < Math.log(1200 / M));
    const heavy = await found(one, 1200);
    expect(heavy).toBeCloseTo(valueOf({ ...one, u: 0 }, 1200), 2);
    const light = await found(one, 100);
    const least = polynomial.masses[0];
    expect(light).toBeCloseTo(valueOf({ ...one, u: polynomial.uRange[1] }, least), 2);
  });

  it('has the slope in the pole mass that differences have', async () => {
    const parents = parentsOf(pairs.slice(0, 5));
    const f = (pole: Tensor) => sum(logPairDensity(parents, pole as Scalar, polynomial, UNIT));
    const [slope] = grads(f)([scalar(M / UNIT)]);
    // √ŝ is that of the momenta, so that u falls as the pole rises.
    const at = (pole: number) =>
      pairs
        .slice(0, 5)
        .reduce((sum, one) => sum + valueOf({ ...one, u: one.u - Math.log(pole / M) }, pole), 0);
    const expected = ((at(M + 0.01) - at(M - 0.01)) / 0.02) * UNIT;
    expect((await take(slope))[0] / expected).toBeCloseTo(1, 2);
  });
});
