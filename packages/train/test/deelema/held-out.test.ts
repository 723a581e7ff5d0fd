import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/backend.ts';
import { foldOf, heldOutDensities } from '../../src/deelema/held-out.ts';
import type { Snapshot } from '../../src/learning/snapshot.ts';
import { densityConfig, toyEvents } from '../support.ts';
import { prepare } from './support.ts';

const AT = [-0.7, -0.6];
let parts: Awaited<ReturnType<typeof prepare>>;
let [one, two]: Snapshot[] = [];

beforeAll(async () => {
  await useBackend({ backend: 'cpu', provider: 'cpu', threads: 1 }, () => undefined);
  // 75 events in batches of 16: the last ones are filled up.
  parts = await prepare(toyEvents(75), densityConfig({ batch: 16 }));
  [one, two] = [parts.beginning('one'), parts.beginning('two')];
});

async function evaluate(networks: readonly Snapshot[], name = 'a sample', at = AT) {
  const { settings, context, sample } = parts;
  const heldOut = heldOutDensities(networks, settings, context);
  try {
    return await heldOut.of(sample, name)(at);
  } finally {
    heldOut.dispose();
  }
}

describe('heldOutDensities', () => {
  it('evaluates each event once, by the network that was not trained on it', async () => {
    const [first, second] = [await evaluate([one, one]), await evaluate([two, two])];
    const both = await evaluate([one, two]);
    expect(both).toHaveLength(75);
    for (const [event, value] of both.entries()) {
      expect(value).toBe((foldOf(event) === 0 ? first : second)[event]);
      expect(first[event]).not.toBe(second[event]);
    }
  });

  it('gives the same numbers at every call, whatever was asked in between', async () => {
    const { settings, context, sample } = parts;
    const heldOut = heldOutDensities([one, two], settings, context);
    const densities = heldOut.of(sample, 'a sample');
    const before = await densities(AT);
    const elsewhere = await densities([-0.5, -0.6]);
    expect(await densities(AT)).toEqual(before);
    expect(elsewhere).not.toEqual(before);
    heldOut.dispose();
  });

  it('is smooth in the masses: three near points lie on a parabola', async () => {
    const shift = 0.01;
    const values = await Promise.all(
      [-2, -1, 0, 1, 2].map((k) => evaluate([one, two], 'a sample', [AT[0] + k * shift, AT[1]]))
    );
    const sums = values.map((logs) => logs.reduce((a, b) => a + b));
    const third = (sums[4] - 2 * sums[3] + 2 * sums[1] - sums[0]) / 2;
    const second = sums[3] - 2 * sums[2] + sums[1];
    // With other random numbers at each point the sums would scatter by about 1.
    expect(Math.abs(third)).toBeLessThan(0.1 + Math.abs(second));
    expect(Math.abs(second)).toBeLessThan(1);
  });

  it('draws other numbers for another sample', async () => {
    expect(await evaluate([one, two], 'another')).not.toEqual(await evaluate([one, two]));
  });

  it('leaves no tensors behind', async () => {
    const before = memory().numTensors;
    await evaluate([one, two]);
    expect(memory().numTensors).toBe(before);
  });
});
