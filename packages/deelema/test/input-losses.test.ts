import { addN, concat, mean, neg, scalar, stack, tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  ANTLER,
  COMPLETIONS,
  DISTANCES,
  canonicalInputs,
  createNetwork,
  exchangeB,
  initialWeights,
  inputLosses,
  momentaToLaboratory,
  pairingBlindLosses,
  toCanonicalFrame,
  visibleMomenta,
} from '../src/index.ts';
import type { CompletionName, DistanceName, LossSettings } from '../src/index.ts';
import { BACKENDS, relativeError, take, useBackend } from './backends.ts';
import { boosted, branchesExchanged, changed, events, N, rotated } from './frame/events.ts';
import type { Events } from './frame/events.ts';
import { ARCHITECTURE, TABLE, tableWeights } from './parity-table.ts';

const UNIT = 100;
const COMPLETION_NAMES = Object.keys(COMPLETIONS) as CompletionName[];
const AUXILIARY = () => ({ mA: scalar(10), mB: scalar(8) });
const L1: LossSettings = { completion: 'exact', distance: 'l1', mC: 7 };
const EVENTS = events();

/** Rows of the laboratory. */
function laboratoryRows({ visible: { a1, a2, b1, b2 }, ptmiss }: Events): Tensor2D {
  const columns = [a1, a2, b1, b2].flatMap(({ e, px, py, pz }) => [e, px, py, pz]);
  const all = [...columns, ptmiss.px, ptmiss.py];
  const rows = Array.from({ length: N }, (_, i) => all.map((column) => column[i] / UNIT));
  return tensor2d(rows);
}

function canonicalRows({ visible, ptmiss }: Events): Tensor2D {
  return tensor2d(canonicalInputs(visible, ptmiss, ANTLER, UNIT).rows, [N, 18]);
}

/** The losses of rows by a network that is given all of them. */
function networkLosses(settings: LossSettings): (rows: Tensor2D) => Tensor1D {
  const { outputs } = COMPLETIONS[settings.completion];
  const architecture = { inputs: 18, layers: 2, width: 12, outputs, batchNormalisation: false };
  let k = 0;
  const weights = initialWeights(architecture, () => () => (++k * Math.SQRT2) % 1);
  const network = createNetwork(architecture, weights);
  return (rows) => inputLosses(rows, network.forward(rows), AUXILIARY(), settings);
}

describe.each(BACKENDS)('the loss from rows and outputs, on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it.each(Object.keys(DISTANCES) as DistanceName[])(
    'is that of PyTorch 1.13 in float64, distance %s',
    async (distance) => {
      const x = tensor2d(TABLE.x);
      const { a1, a2, b1, b2 } = visibleMomenta(x);
      const missing = (['px', 'py'] as const).map((key) =>
        neg(addN([a1[key], a2[key], b1[key], b2[key]]))
      );
      const rows = concat([x, stack(missing, 1) as Tensor2D], 1);
      const outputs = createNetwork(ARCHITECTURE, tableWeights()).forward(x);
      const common = { mA: scalar(TABLE.auxA), mB: scalar(TABLE.auxB) };
      const losses = inputLosses(rows, outputs, common, { ...L1, distance, mC: TABLE.mC });
      expect(losses.shape).toEqual([6]);
      const error = relativeError(await take(mean(losses)), [TABLE.losses[distance].loss]);
      // As in parity.test.ts: differences of momenta up to 3 TeV in float32.
      expect(error).toBeLessThan(1e-5);
    }
  );

  it.each<[string, () => Events]>([
    ['boosts along the beam', () => boosted(EVENTS, (i) => (i % 5) / 2 - 1)],
    ['rotations about the beam', () => rotated(EVENTS, (i) => i)],
    ['reflections of the beam axis', () => changed(EVENTS, ([e, x, y, z]) => [e, x, y, -z])],
    ['reflections across the beam', () => changed(EVENTS, ([e, x, y, z]) => [e, -x, y, z])],
    ['the order of the branches', () => branchesExchanged(EVENTS)],
  ])('does not know %s in the canonical frame, whatever the completion', async (_, change) => {
    const equivalent = change();
    for (const completion of COMPLETION_NAMES) {
      const lossesOf = networkLosses({ ...L1, completion });
      const there = await take(lossesOf(canonicalRows(EVENTS)));
      const back = await take(lossesOf(canonicalRows(equivalent)));
      // Rows agree to the last bit of float32; a light mass, an s of 1e-3, magnifies that by 1e3.
      expect(relativeError(back, there)).toBeLessThan(1e-4);
      const [before, after] = [laboratoryRows(EVENTS), laboratoryRows(equivalent)];
      const felt = relativeError(await take(lossesOf(after)), await take(lossesOf(before)));
      expect(felt).toBeGreaterThan(0.01);
    }
  });

  it('is that of the laboratory, where momenta of any mass are carried there', async () => {
    const { visible, ptmiss } = EVENTS;
    const { frames } = canonicalInputs(visible, ptmiss, ANTLER, UNIT);
    const settings: LossSettings = { ...L1, completion: 'pt_mc', distance: 'l2' };
    const size = (i: number, k: number): number => 6 * ((i * Math.sqrt(2 + k)) % 1) - 3;
    const component = (k: number) => Float64Array.from({ length: N }, (_, i) => size(i + 1, k));
    const energy = (k: number) => component(k).map((x) => x + 12);
    const momenta = (k: number) => ({
      ...{ e: energy(k), px: component(k + 1), py: component(k + 2), pz: component(k + 3) },
    });
    const inFrame = { q1: momenta(1), q2: momenta(5) };
    const carried = momentaToLaboratory(inFrame.q1, inFrame.q2, frames);
    const outputs = ({ q1, q2 }: typeof carried): Tensor2D => {
      const columns = [q1, q2].flatMap(({ e, px, py, pz }) => [e, px, py, pz]);
      return tensor2d(Array.from({ length: N }, (_, i) => columns.map((c) => c[i])));
    };
    const common = AUXILIARY();
    const rows = canonicalRows(EVENTS);
    const here = await take(inputLosses(rows, outputs(inFrame), common, settings));
    const laboratory = laboratoryRows(EVENTS);
    const there = await take(inputLosses(laboratory, outputs(carried), common, settings));
    // Boosts by rapidities of 2 magnify the rounding of float32, 6e-8, by e⁴.
    expect(relativeError(there, here)).toBeLessThan(1e-5);
  });

  it('is, blind to the pairing, the smaller of both, and does not know that of the file', async () => {
    const lossesOf = networkLosses({ ...L1, completion: 'pt' });
    const rows = canonicalRows(EVENTS);
    const given = await take(lossesOf(rows));
    const exchanged = await take(lossesOf(exchangeB(rows)));
    const blind = await take(pairingBlindLosses(lossesOf, rows));
    const smaller = given.map((loss, i) => Math.min(loss, exchanged[i]));
    // Rows may round differently in matrices of another height.
    expect(relativeError(blind, smaller)).toBeLessThan(1e-6);
    const fewer = given.filter((loss, i) => loss < exchanged[i]).length;
    expect(fewer).toBeGreaterThan(N / 10);
    expect(fewer).toBeLessThan((9 * N) / 10);
    const { a1, a2, b1, b2 } = EVENTS.visible;
    const other = { visible: { a1, a2, b1: b2, b2: b1 }, ptmiss: EVENTS.ptmiss };
    const back = await take(pairingBlindLosses(lossesOf, canonicalRows(other)));
    expect(relativeError(back, blind)).toBeLessThan(1e-4);
  });
});

describe('canonicalInputs', () => {
  it('has the particles of toCanonicalFrame, in both pairings, and pTmiss along x', async () => {
    await useBackend('cpu');
    const { visible, ptmiss } = EVENTS;
    const settings = { topology: ANTLER, unit: UNIT, resolution: {} };
    const all = toCanonicalFrame(visible, ptmiss, settings);
    const inputs = canonicalInputs(visible, ptmiss, ANTLER, UNIT);
    expect(inputs.frames).toEqual(all.frames);
    const given = tensor2d(inputs.rows, [N, 18]);
    for (const [pairing, rows] of [given, exchangeB(given)].entries()) {
      const values = await take(rows);
      for (let i = 0; i < N; ++i) {
        const first = (2 * i + pairing) * all.layout.width;
        const expected = [...all.rows.subarray(first, first + 17), 0];
        expect([...values.subarray(18 * i, 18 * i + 18)]).toEqual(expected);
      }
    }
  });

  it('takes no events', () => {
    const none = new Float64Array(0);
    const p = { e: none, px: none, py: none, pz: none };
    const visible = { a1: p, a2: p, b1: p, b2: p };
    const { rows } = canonicalInputs(visible, { px: none, py: none }, ANTLER, UNIT);
    expect(rows).toHaveLength(0);
  });
});
