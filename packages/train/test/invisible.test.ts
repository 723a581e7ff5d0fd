import type { EventBatch } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { PREDICTED_COLUMNS, predictedBatch } from '../src/output/invisible.ts';
import { TRUTH, toyEvents } from './support.ts';

const EVENTS = toyEvents(200);
const CONJECTURE = { completion: 'exact', mC: TRUTH.mC } as const;

/** What a perfect network would answer. */
function trueOutputs({ columns }: EventBatch): Float64Array[] {
  return ['c1_px', 'c2_py', 'c1_pz', 'c2_pz'].map((name) => columns[name] as Float64Array);
}

describe('predictedBatch', () => {
  it('has the declared columns, one value per event', () => {
    const { columns, length } = predictedBatch(EVENTS, trueOutputs(EVENTS), CONJECTURE);
    expect(Object.keys(columns)).toEqual([...PREDICTED_COLUMNS]);
    for (const column of Object.values(columns)) expect(column).toHaveLength(length);
    expect(columns.event).toEqual(EVENTS.columns.event);
  });

  it('completes the true momenta and masses from the true outputs', () => {
    const { columns } = predictedBatch(EVENTS, trueOutputs(EVENTS), CONJECTURE);
    for (const [k, c] of [
      ['k1', 'c1'],
      ['k2', 'c2'],
    ]) {
      for (const part of ['E', 'px', 'py', 'pz']) {
        for (let i = 0; i < 200; ++i) {
          // Momenta of the second branch balance the sum of all, here made of 1000 GeV numbers; the
          // toy gives the pair the transverse momentum 0 to the same accuracy.
          expect(columns[`${k}_${part}`][i]).toBeCloseTo(EVENTS.columns[`${c}_${part}`][i], 8);
        }
      }
    }
    for (let i = 0; i < 200; ++i) {
      expect(columns.m_A1[i]).toBeCloseTo(TRUTH.mA, 6);
      expect(columns.m_A2[i]).toBeCloseTo(TRUTH.mA, 6);
      expect(columns.m_B1[i]).toBeCloseTo(TRUTH.mB, 6);
      expect(columns.m_B2[i]).toBeCloseTo(TRUTH.mB, 6);
    }
  });

  it('holds m_C and pTmiss to double precision whatever the network answers', () => {
    const outputs = Array.from({ length: 4 }, (_, j) =>
      Float64Array.from({ length: 200 }, (_x, i) => 1000 * Math.sin(i + 50 * j))
    );
    const { columns } = predictedBatch(EVENTS, outputs, CONJECTURE);
    for (let i = 0; i < 200; ++i) {
      const k = (role: string, part: string): number => columns[`${role}_${part}`][i];
      // 1e-16 of 1000 GeV, a few times.
      expect(Math.abs(k('k1', 'px') + k('k2', 'px') - EVENTS.columns.ptmiss_x[i])).toBeLessThan(
        1e-12
      );
      expect(Math.abs(k('k1', 'py') + k('k2', 'py') - EVENTS.columns.ptmiss_y[i])).toBeLessThan(
        1e-12
      );
      for (const role of ['k1', 'k2']) {
        const momentum = Math.hypot(k(role, 'px'), k(role, 'py'), k(role, 'pz'));
        expect(Math.sqrt(k(role, 'E') ** 2 - momentum ** 2)).toBeCloseTo(TRUTH.mC, 9);
      }
    }
  });

  it('gives −√|m²| where m² is negative', () => {
    const outputs = Array.from({ length: 8 }, (_, j) => Float64Array.of(j % 4 === 0 ? -500 : 1000));
    const one = { length: 1, columns: toyEvents(1).columns };
    const { columns } = predictedBatch(one, outputs, { completion: 'pt_mc', mC: 700 });
    expect(columns.m_B1[0]).toBeLessThan(0);
  });
});
