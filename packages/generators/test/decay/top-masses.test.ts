import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { topMasses } from '../../src/decay/top-masses.ts';
import { topWidthFactor } from '../../src/decay/top-width.ts';
import { pull } from '../../../../test/support/statistics.ts';

const TOP = { mass: 173.0, width: 1.4915 };
const W = { mass: 80.419, width: 2.0476 };
const MB = 4.7;
const N = 200_000;

function draw(top = TOP, wBoson = W): { m: Float64Array; q: Float64Array } {
  const sample = topMasses({ top, wBoson, mb: MB });
  const random = stream(1, 'top-masses');
  const pair = new Float64Array(3);
  const [m, q] = [new Float64Array(N), new Float64Array(N)];
  for (let i = 0; i < N; ++i) {
    sample(random, pair, 1, 2);
    [m[i], q[i]] = [pair[1], pair[2]];
  }
  return { m, q };
}

/** Points of even Breit–Wigner probability: m² = M² + MΓ tan φ, φ by the midpoint rule. */
function breitWignerPoints({ mass, width }: typeof TOP, n: number): number[] {
  const angle = (m: number): number => Math.atan((m * m - mass * mass) / (mass * width));
  const [from, to] = [angle(mass - 15 * width), angle(mass + 15 * width)];
  const phi = (k: number): number => from + ((to - from) * (k + 0.5)) / n;
  return Array.from({ length: n }, (_, k) =>
    Math.sqrt(mass ** 2 + mass * width * Math.tan(phi(k)))
  );
}

/** Means of f(m, q) over the whole distribution, by quadrature. */
function expected(f: (m: number, q: number) => number): number {
  let [sum, total] = [0, 0];
  for (const m of breitWignerPoints(TOP, 400)) {
    for (const q of breitWignerPoints(W, 400)) {
      const weight = topWidthFactor(m, q, MB);
      total += weight;
      sum += weight * f(m, q);
    }
  }
  return sum / total;
}

describe('topMasses', () => {
  const { m, q } = draw();

  it('has the means that quadrature of Breit–Wigners times widths gives', () => {
    // The tails carry the means some 0.06 GeV off the poles, ten times the statistical error.
    expect(
      Math.abs(
        pull(
          m,
          expected((x) => x)
        )
      )
    ).toBeLessThan(4);
    expect(
      Math.abs(
        pull(
          q,
          expected((_, y) => y)
        )
      )
    ).toBeLessThan(4);
    expect(Math.abs(pull(m, TOP.mass))).toBeGreaterThan(4);
    expect(Math.abs(pull(q, W.mass))).toBeGreaterThan(4);
  });

  it('has their shares above the poles and the correlation of the two', () => {
    const above = m.map((x) => (x > TOP.mass ? 1 : 0));
    expect(
      Math.abs(
        pull(
          above,
          expected((x) => (x > TOP.mass ? 1 : 0))
        )
      )
    ).toBeLessThan(4);
    const products = m.map((x, i) => (x - TOP.mass) * (q[i] - W.mass));
    const mean = expected((x, y) => (x - TOP.mass) * (y - W.mass));
    expect(Math.abs(pull(products, mean))).toBeLessThan(4);
  });

  it('gives the pole masses for widths of 0, in the places named', () => {
    const narrow = draw({ ...TOP, width: 0 }, { ...W, width: 0 });
    expect([narrow.m[0], narrow.q[0]]).toEqual([TOP.mass, W.mass]);
  });
});
