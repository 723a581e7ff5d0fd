import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { spinCorrelation } from '../../src/decay/spin-correlation.ts';

interface Point {
  readonly process: 'gg' | 'qq';
  readonly beta: number;
  readonly cosTheta: number;
  readonly nn: number;
  readonly rr: number;
  readonly kk: number;
  readonly rk: number;
}

const table = new URL('../reference/top-spin-correlation.json', import.meta.url);
const { points } = JSON.parse(readFileSync(table, 'utf8')) as { points: Point[] };

function correlation({ process, beta, cosTheta }: Pick<Point, 'process' | 'beta' | 'cosTheta'>) {
  const channel = Uint8Array.of(process === 'gg' ? 0 : 1);
  const { nn, rr, kk, rk } = spinCorrelation(
    channel,
    Float64Array.of(beta),
    Float64Array.of(cosTheta)
  );
  return { nn: nn[0], rr: rr[0], kk: kk[0], rk: rk[0] };
}

describe('spinCorrelation', () => {
  it.each(points)(
    'is that of the whole amplitude by explicit Dirac matrices (reference/top-spin-correlation.py): $process, β = $beta, cosΘ = $cosTheta',
    (point) => {
      const { nn, rr, kk, rk } = correlation(point);
      // The table has twelve decimals.
      expect(nn).toBeCloseTo(point.nn, 11);
      expect(rr).toBeCloseTo(point.rr, 11);
      expect(kk).toBeCloseTo(point.kk, 11);
      expect(rk).toBeCloseTo(point.rk, 11);
    }
  );

  it('is −1 in all directions for gluons at threshold, where the pair is a ¹S₀', () => {
    const { nn, rr, kk, rk } = correlation({ process: 'gg', beta: 0, cosTheta: 0.3 });
    expect([nn, rr, kk]).toEqual([-1, -1, -1]);
    expect(rk).toBe(0);
  });

  it('has the trace 1 for quarks, whose pairs are spin triplets', () => {
    for (const beta of [0, 0.5, 0.99]) {
      const { nn, rr, kk } = correlation({ process: 'qq', beta, cosTheta: 0.4 });
      expect(nn + rr + kk).toBeCloseTo(1, 14);
    }
  });

  it('leaves the weight 1 − ℓ̂⁺ᵀ C ℓ̂⁻ between 0 and 2: no eigenvalue beyond ±1', () => {
    for (const process of ['gg', 'qq'] as const) {
      for (let beta = 0; beta < 1; beta += 0.0999) {
        for (let cosTheta = -1; cosTheta <= 1; cosTheta += 0.05) {
          const { nn, rr, kk, rk } = correlation({ process, beta, cosTheta });
          const radius = Math.hypot((rr - kk) / 2, rk);
          const centre = Math.abs(rr + kk) / 2;
          // Rounding of a quotient.
          expect(Math.max(Math.abs(nn), centre + radius)).toBeLessThan(1 + 1e-12);
        }
      }
    }
  });
});
