import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { leptonDirections } from '../../src/decay/lepton-directions.ts';
import { kolmogorov, pull } from '../../../../test/support/statistics.ts';

const N = 100_000;
const C = [
  [-0.3, 0, 0],
  [0, 0.5, 0.2],
  [0, 0.2, 0.4],
];

function draw(correlated: boolean): { plus: Float64Array; minus: Float64Array } {
  const fill = (value: number) => new Float64Array(N).fill(value);
  const correlation = { nn: fill(-0.3), rr: fill(0.5), kk: fill(0.4), rk: fill(0.2) };
  const [plus, minus] = [new Float64Array(3 * N), new Float64Array(3 * N)];
  const random = stream(1, 'lepton-directions');
  leptonDirections(random, correlated ? correlation : undefined, plus, minus);
  return { plus, minus };
}

function component(directions: Float64Array, k: number): Float64Array {
  return Float64Array.from({ length: N }, (_, i) => directions[3 * i + k]);
}

describe('leptonDirections', () => {
  it.each([true, false])('has ⟨ℓ̂⁺_i ℓ̂⁻_j⟩ = −C_ij/9, the second moment (correlated: %s)', (on) => {
    const { plus, minus } = draw(on);
    for (const i of [0, 1, 2]) {
      for (const j of [0, 1, 2]) {
        const other = component(minus, j);
        const products = component(plus, i).map((x, event) => x * other[event]);
        // Four standard errors of nine moments; the seed is fixed.
        expect(Math.abs(pull(products, on ? -C[i][j] / 9 : 0)), `${i}${j}`).toBeLessThan(4);
      }
    }
  });

  it('has the density 1 − ℓ̂⁺ᵀ C ℓ̂⁻: the closed form of the distribution of n̂·ℓ̂⁺ n̂·ℓ̂⁻', () => {
    const { plus, minus } = draw(true);
    const other = component(minus, 0);
    const products = component(plus, 0).map((x, i) => x * other[i]);
    // For x = c₊c₋: dN/dx = −½ (1 − C x) ln|x|; integrated from −1.
    const even = (x: number): number => (x === 0 ? 0 : x * (1 - Math.log(Math.abs(x))));
    const odd = (x: number): number =>
      x === 0 ? 0 : (x * x * (1 - 2 * Math.log(Math.abs(x)))) / 4;
    const cdf = (x: number): number => 0.5 * (even(x) + 1) - 0.5 * -0.3 * (odd(x) - 0.25);
    expect(kolmogorov(products, cdf)).toBeLessThan(1.95);
  });

  it('leaves each lepton by itself isotropic', () => {
    const { plus, minus } = draw(true);
    for (const k of [0, 1, 2]) {
      expect(kolmogorov(component(plus, k), (c) => (1 + c) / 2)).toBeLessThan(1.95);
      expect(kolmogorov(component(minus, k), (c) => (1 + c) / 2)).toBeLessThan(1.95);
    }
  });
});
