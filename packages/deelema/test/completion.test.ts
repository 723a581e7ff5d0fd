import { tensor1d } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { COMPLETIONS, float64Columns, tensorColumns } from '../src/index.ts';
import type { CompletionName, InvisibleMomenta } from '../src/index.ts';
import { BACKENDS, relativeError, take, useBackend } from './backends.ts';

/** Two events, GeV. */
const PTMISS = { px: Float64Array.of(120, -35), py: Float64Array.of(-60.5, 7) };
const MC = 700;

/** Outputs of two events: column j holds 100 j + 11 and −40 j. */
const outputs = (n: number) =>
  Array.from({ length: n }, (_, j) => Float64Array.of(100 * j + 11, -40 * j));

const complete = (name: CompletionName): InvisibleMomenta<Float64Array> =>
  COMPLETIONS[name].complete(float64Columns, outputs(COMPLETIONS[name].outputs), {
    ptmiss: PTMISS,
    mC: MC,
  });

const NAMES = Object.keys(COMPLETIONS) as CompletionName[];

describe('COMPLETIONS in double precision', () => {
  it('exact reads (q1x, q2y, q1z, q2z), as PRR 5, 043186 and its public code', () => {
    const { q1, q2 } = complete('exact');
    expect([q1.px[0], q2.py[0], q1.pz[0], q2.pz[0]]).toEqual([11, 111, 211, 311]);
    expect([q2.px[0], q1.py[0]]).toEqual([120 - 11, -60.5 - 111]);
    expect(q1.e[0]).toBe(Math.sqrt(700 ** 2 + 11 ** 2 + 171.5 ** 2 + 211 ** 2));
  });

  it('mc reads (q1x, q2y, q1z, q2z, E1, E2)', () => {
    const { q1, q2 } = complete('mc');
    expect([q1.px[0], q2.py[0], q1.pz[0], q2.pz[0], q1.e[0], q2.e[0]]).toEqual([
      11, 111, 211, 311, 411, 511,
    ]);
  });

  it('pt reads (q1x, q1y, q2x, q2y, q1z, q2z)', () => {
    const { q1, q2 } = complete('pt');
    const read = [q1.px, q1.py, q2.px, q2.py, q1.pz, q2.pz].map((column) => column[0]);
    expect(read).toEqual([11, 111, 211, 311, 411, 511]);
  });

  it('pt_mc reads (E1, q1x, q1y, q1z, E2, q2x, q2y, q2z)', () => {
    const { q1, q2 } = complete('pt_mc');
    const columns = [q1.e, q1.px, q1.py, q1.pz, q2.e, q2.px, q2.py, q2.pz];
    expect(columns.map((column) => column[1])).toEqual([
      -0, -40, -80, -120, -160, -200, -240, -280,
    ]);
  });

  it.each(NAMES.filter((name) => !COMPLETIONS[name].freeTransverse))(
    '%s adds up to pTmiss',
    (name) => {
      const { q1, q2 } = complete(name);
      for (const i of [0, 1]) {
        // One rounding of numbers of about 100.
        expect(q1.px[i] + q2.px[i]).toBeCloseTo(PTMISS.px[i], 12);
        expect(q1.py[i] + q2.py[i]).toBeCloseTo(PTMISS.py[i], 12);
      }
    }
  );

  it.each(NAMES.filter((name) => !COMPLETIONS[name].freeMass))('%s has mass m_C', (name) => {
    const { q1, q2 } = complete(name);
    for (const q of [q1, q2]) {
      for (const i of [0, 1]) {
        const massSquared = q.e[i] ** 2 - q.px[i] ** 2 - q.py[i] ** 2 - q.pz[i] ** 2;
        expect(Math.sqrt(massSquared)).toBeCloseTo(MC, 9);
      }
    }
  });
});

describe.each(BACKENDS)('COMPLETIONS on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it.each(NAMES)('%s gives the same in float32 tensors as in float64 arrays', async (name) => {
    const { q1, q2 } = COMPLETIONS[name].complete(
      tensorColumns,
      outputs(COMPLETIONS[name].outputs).map((column) => tensor1d([...column])),
      { ptmiss: { px: tensor1d([...PTMISS.px]), py: tensor1d([...PTMISS.py]) }, mC: MC }
    );
    const expected = complete(name);
    for (const key of ['e', 'px', 'py', 'pz'] as const) {
      // A few float32 roundings of 6e-8 each.
      expect(relativeError(await take(q1[key]), expected.q1[key])).toBeLessThan(5e-7);
      expect(relativeError(await take(q2[key]), expected.q2[key])).toBeLessThan(5e-7);
    }
  });
});
