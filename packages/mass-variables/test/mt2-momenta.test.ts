import { describe, expect, it } from 'vitest';
import { transverseMass } from '@deelema/kinematics';
import { mt2, mt2Momenta } from '@deelema/mass-variables';
import { stream } from '@deelema/random';
import { mt2Of, randomEvent } from './support/particles.ts';

describe('mt2Momenta', () => {
  it('gives M_T2 again as the larger transverse mass, in balanced events as both (500 events)', () => {
    const k = new Float64Array(4);
    let balanced = 0;
    for (let i = 0; i < 500; ++i) {
      const event = randomEvent(stream(3, 'momenta', i));
      const [{ m: m1, px: x1, py: y1 }, { m: m2, px: x2, py: y2 }] = event.visible;
      const [mk1, mk2] = event.mInvisible;
      const value = mt2Momenta(m1, x1, y1, m2, x2, y2, event.P[0], event.P[1], mk1, mk2, k);
      expect(value).toBe(mt2Of(event));
      const masses = [
        transverseMass(m1, x1, y1, mk1, k[0], k[1]),
        transverseMass(m2, x2, y2, mk2, k[2], k[3]),
      ];
      // Hundreds of GeV; light particles take the momenta to a hundred times that, and m_T loses as much.
      expect(Math.max(...masses)).toBeCloseTo(value, 9);
      expect(k[0] + k[2]).toBeCloseTo(event.P[0], 9);
      expect(k[1] + k[3]).toBeCloseTo(event.P[1], 9);
      if (value > Math.max(m1 + mk1, m2 + mk2)) {
        ++balanced;
        expect(Math.min(...masses)).toBeCloseTo(value, 9);
      }
    }
    expect(balanced).toBeGreaterThan(200);
    expect(balanced).toBeLessThan(500);
  });

  it('gives k₁ = p₁ m_C/m₁ at the threshold (closed form)', () => {
    const k = new Float64Array(6);
    expect(mt2Momenta(200, 10, -20, 10, 5, 0, 30, 4, 300, 300, k, 1)).toBe(500);
    expect([...k]).toEqual([0, 15, -30, 15, 34, 0]);
    mt2Momenta(10, 5, 0, 200, 10, -20, 30, 4, 300, 300, k);
    expect([...k.subarray(0, 4)]).toEqual([15, 34, 15, -30]);
  });

  it('splits P along massless visibles whose cone it lies in (closed form)', () => {
    // (70, 30) = 1/2 (20, 40) + 2 (30, 5).
    const k = new Float64Array(4);
    expect(mt2Momenta(0, 20, 40, 0, 30, 5, 70, 30, 0, 0, k)).toBe(0);
    [10, 20, 60, 10].forEach((expected, i) => expect(k[i]).toBeCloseTo(expected, 13));
  });

  it('is NaN where the minimum is reached at infinity only', () => {
    const k = new Float64Array(4);
    expect(mt2Momenta(0, 30, 40, 0, -60, -80, 12, -5, 7, 7, k)).toBe(7);
    expect([...k]).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('scales with its arguments', () => {
    const args = [100, 410, 20, 150, -210, -300, -200, 280, 100, 120] as const;
    const k = new Float64Array(4);
    mt2Momenta(...args, k);
    for (const factor of [1e-200, 1e-6, 1e6, 1e200]) {
      const scaled = new Float64Array(4);
      const [m1, x1, y1, m2, x2, y2, Px, Py, mk1, mk2] = args.map((x) => factor * x);
      const value = mt2Momenta(m1, x1, y1, m2, x2, y2, Px, Py, mk1, mk2, scaled);
      expect(value / factor).toBeCloseTo(mt2(...args), 10);
      // First order in the rounding of the direction, unlike M_T2.
      k.forEach((component, i) => expect(scaled[i] / factor).toBeCloseTo(component, 9));
    }
  });
});
