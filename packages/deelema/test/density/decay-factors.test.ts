import { scalar } from '@tensorflow/tfjs-core';
import type { Scalar } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { ANTLER, topologyFromConfig } from '../../src/index.ts';
import { completeEvent } from '../../src/density/completed-event.ts';
import { logDecayFactors } from '../../src/density/decay-factors.ts';
import { take, useBackend } from '../backends.ts';
import { anyEvents, anyUnknowns, MEANINGS } from './events.ts';
import { complete, logDecays, phaseSpaceOfThree, type Meaning, type Trial } from './float64.ts';
import { steps } from '../topology/chains.ts';
import { column, columnsOf, commonOf, settingsOf } from './tensors.ts';

const N = 30;

/** One step per branch, with two and with three visibles. */
const PAIRS = topologyFromConfig({
  branches: [steps('A:a1,b1'), steps('A:a2,b2,l2')],
  exchanges: [],
});

const TRIAL: Trial = {
  // Far enough apart for a visible of any mass here.
  masses: { G: 80, A: 40, B: 20, D: 15 },
  resolutions: { G: 1, A: 1, B: 1, D: 1 },
  outliers: { share: 0, broader: 1 },
};

async function factors(meaning: Meaning & { ptmissResolution: boolean }, trial = TRIAL) {
  const events = anyEvents(N, meaning);
  const unknowns = anyUnknowns(N, meaning);
  const z = unknowns[0].map((_, k) => column(unknowns.map((values) => values[k])));
  const settings = settingsOf(meaning);
  const { masses } = commonOf(meaning, trial);
  const shells = settings.shells.map(({ mass }) => masses[mass]);
  const completed = completeEvent(columnsOf(events), z, settings);
  const found = await take(logDecayFactors(completed, shells, masses, settings));
  const expected = events.map((event, i) =>
    logDecays(complete(event, unknowns[i], meaning), meaning, trial)
  );
  return { found, expected };
}

describe('logDecayFactors', () => {
  beforeEach(() => useBackend('cpu'));

  it.each(MEANINGS)('is −Σ ln Φ M in double precision: $topology.name', async (meaning) => {
    const { found, expected } = await factors(meaning);
    expect(found).toHaveLength(N);
    // Six logarithms of up to 5, float32.
    expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 4));
  });

  it('is −ln[(M² − m²)/M] for one light visible: 2p* of the decay', async () => {
    const masses: Scalar[] = [scalar(10), scalar(8)];
    const light = { e: column([2]), px: column([0]), py: column([1.2]), pz: column([-1.6]) };
    const completed = { visibles: [light, light, light, light] } as never;
    const settings = settingsOf({ topology: ANTLER, smeared: [], mC: [7, 7] });
    const both = [masses[0], masses[1], masses[0], masses[1]];
    const found = await take(logDecayFactors(completed, both, masses, settings));
    // Per branch ΦM: (100 − 64)/10 and (64 − 49)/8.
    expect(found[0]).toBeCloseTo(-2 * Math.log((36 / 10) * (15 / 8)), 5);
  });

  it('takes the masses of the event where every step has several visibles', async () => {
    const settings = settingsOf({ topology: PAIRS, smeared: [], mC: [7, 0] });
    // Nothing is read of visibles that are observed one by one.
    const completed = { visibles: [], masses: [column([10, 9]), column([11, 12])] } as never;
    const mass = scalar(8);
    const found = await take(logDecayFactors(completed, [mass, mass], [mass], settings));
    expect(found).toHaveLength(2);
    // Branch 2 has three visibles and nothing else with mass: m⁴/3; 1/M is that of the auxiliary mass.
    for (const [i, one, two] of [
      [0, 10, 11],
      [1, 9, 12],
    ]) {
      const expected = phaseSpaceOfThree(one, 7) * 8 * (two ** 4 / 3) * 8;
      expect(found[i]).toBeCloseTo(-Math.log(expected), 4);
    }
  });
});
