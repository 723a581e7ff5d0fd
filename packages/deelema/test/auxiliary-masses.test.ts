import { grads, scalar } from '@tensorflow/tfjs-core';
import type { Scalar } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { auxiliaryMasses } from '../src/index.ts';
import { BACKENDS, take, useBackend } from './backends.ts';

async function masses(deltaA: number, deltaB: number): Promise<{ mA: number; mB: number }> {
  const { mA, mB } = auxiliaryMasses(0.7, scalar(deltaA), scalar(deltaB));
  return { mA: (await take(mA))[0], mB: (await take(mB))[0] };
}

describe.each(BACKENDS)('auxiliaryMasses on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('starts the toy of PRR 5, 043186, Table II (Δm = 0.3) at 2000 and 3300 GeV', async () => {
    const { mA, mB } = await masses(0.3, 0.3);
    // Seven digits of float32.
    expect(mB).toBeCloseTo(2, 6);
    expect(mA).toBeCloseTo(3.3, 6);
  });

  it('is m_C + e^δ below δ = 0', async () => {
    const { mA, mB } = await masses(-1, -2.5);
    expect(mB).toBeCloseTo(0.7 + Math.exp(-2.5), 6);
    expect(mA).toBeCloseTo(0.7 + Math.exp(-2.5) + Math.exp(-1), 6);
  });

  it('keeps the hierarchy m̃_A > m̃_B > m_C', async () => {
    for (const delta of [-8, -3, 0, 5]) {
      const { mA, mB } = await masses(delta, delta);
      expect(mA).toBeGreaterThan(mB);
      expect(mB).toBeGreaterThan(Math.fround(0.7));
    }
  });

  it.each([
    { delta: -2, slope: Math.exp(-2) },
    { delta: 0, slope: 1 },
    { delta: 2, slope: 1 },
  ])('has the slope of ELU at δ = $delta', async ({ delta, slope }) => {
    const f = grads((a, b) => auxiliaryMasses(0.7, a as Scalar, b as Scalar).mA);
    const [dA, dB] = f([scalar(delta), scalar(delta)]);
    expect((await take(dA))[0]).toBeCloseTo(slope, 6);
    expect((await take(dB))[0]).toBeCloseTo(slope, 6);
  });
});
