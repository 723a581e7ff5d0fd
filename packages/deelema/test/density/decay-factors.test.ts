import { beforeEach, describe, expect, it } from 'vitest';
import { ANTLER, topologyFromConfig } from '../../src/index.ts';
import { completeEvent } from '../../src/density/completed-event.ts';
import { logDecayFactors } from '../../src/density/decay-factors.ts';
import { take, useBackend } from '../backends.ts';
import { anyEvents, anyUnknowns, MEANINGS } from './events.ts';
import { complete, logDecays, phaseSpaceOfThree, type Meaning } from './float64.ts';
import { steps } from '../topology/chains.ts';
import { column, columnsOf, settingsOf } from './tensors.ts';

const N = 30;

/** One step per branch, with two and with three visibles. */
const PAIRS = topologyFromConfig({
  branches: [steps('A:a1,b1'), steps('A:a2,b2,l2')],
  exchanges: [],
});

async function factors(meaning: Meaning & { ptmissResolution: boolean }) {
  const events = anyEvents(N, meaning);
  const unknowns = anyUnknowns(N, meaning);
  const z = unknowns[0].map((_, k) => column(unknowns.map((values) => values[k])));
  const settings = settingsOf(meaning);
  const completed = completeEvent(columnsOf(events), z, settings);
  const found = await take(logDecayFactors(completed, settings));
  const expected = events.map((event, i) =>
    logDecays(complete(event, unknowns[i], meaning), meaning)
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
    const light = { e: column([2]), px: column([0]), py: column([1.2]), pz: column([-1.6]) };
    const masses = [10, 8, 11, 9].map((m) => column([m]));
    const completed = { visibles: [light, light, light, light], masses } as never;
    const settings = settingsOf({ topology: ANTLER, smeared: [], mC: [7, 7] });
    const found = await take(logDecayFactors(completed, settings));
    // ΦM: (100 − 64)/10 and (64 − 49)/8 in branch 1, (121 − 81)/11 and (81 − 49)/9 in branch 2.
    const expected = -Math.log((36 / 10) * (15 / 8) * (40 / 11) * (32 / 9));
    expect(found[0]).toBeCloseTo(expected, 5);
  });

  it('is that of all bodies where a step has several visibles', async () => {
    const settings = settingsOf({ topology: PAIRS, smeared: [], mC: [7, 0] });
    // Nothing is read of visibles that are observed one by one.
    const completed = { visibles: [], masses: [column([10, 9]), column([11, 12])] } as never;
    const found = await take(logDecayFactors(completed, settings));
    expect(found).toHaveLength(2);
    // Branch 2 has three visibles and nothing else with mass: m⁴/3.
    for (const [i, one, two] of [
      [0, 10, 11],
      [1, 9, 12],
    ]) {
      const expected = phaseSpaceOfThree(one, 7) * one * (two ** 4 / 3) * two;
      expect(found[i]).toBeCloseTo(-Math.log(expected), 4);
    }
  });
});
