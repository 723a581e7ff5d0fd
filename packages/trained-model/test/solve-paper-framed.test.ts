import { join } from 'node:path';
import { ANTLER, exchangeB, inputLosses, visibleRoles } from '@deelema/deelema';
import { float64Column, fourMomenta, momentumColumns } from '@deelema/events';
import type { Column, EventBatch } from '@deelema/events';
import { sumMass } from '@deelema/kinematics';
import '@tensorflow/tfjs-backend-cpu';
import { env, scalar, setBackend, tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { writeModelDirectory } from '../src/index.ts';
import type { PaperDescription } from '../src/index.ts';
import { paperNetwork } from '../src/solve/paper-network.ts';
import { paperDescription, sampleEvents, solved, weightsOf } from './support.ts';

const N = 300;
const ROLES = visibleRoles(ANTLER);
let events: EventBatch;

beforeAll(async () => {
  env().set('PROD', true);
  events = await sampleEvents(N);
});
beforeEach(async () => {
  await setBackend('cpu');
});

const COMPLETIONS = ['exact', 'mc', 'pt', 'pt_mc'] as const;
const canonical = (changes: Partial<PaperDescription> = {}, inputs = 16): PaperDescription =>
  paperDescription({ frame: 'canonical', ...changes }, inputs);

/** The events after a change of each (E, px, py, pz), pTmiss included. */
function changed(change: (p: readonly number[]) => readonly number[]): EventBatch {
  const columns: Record<string, Column> = { ...events.columns };
  for (const role of [...ROLES, 'ptmiss']) {
    const names =
      role === 'ptmiss' ? ['none', 'ptmiss_x', 'ptmiss_y', 'none'] : momentumColumns(role);
    const before = names.map((name) => events.columns[name] as Float64Array | undefined);
    const rows = Array.from({ length: N }, (_, i) => change(before.map((c) => c?.[i] ?? 0)));
    names.forEach((name, k) => {
      if (name !== 'none') columns[name] = Float64Array.from(rows, (row) => row[k]);
    });
  }
  return { length: N, columns };
}

/** The events with particles of other roles: `{ b1: 'b2' }` puts b2 where b1 was. */
function renamed(roles: Readonly<Record<string, string>>): EventBatch {
  const columns: Record<string, Column> = { ...events.columns };
  for (const [to, from] of Object.entries(roles)) {
    const [names, source] = [momentumColumns(to), momentumColumns(from)];
    names.forEach((name, k) => (columns[name] = events.columns[source[k]]));
  }
  return { length: N, columns };
}

const rotated = (angle: number) =>
  changed(([e, x, y, z]) => [
    e,
    Math.cos(angle) * x - Math.sin(angle) * y,
    Math.sin(angle) * x + Math.cos(angle) * y,
    z,
  ]);
const boosted = (eta: number) =>
  changed(([e, x, y, z]) => [
    Math.cosh(eta) * e + Math.sinh(eta) * z,
    x,
    y,
    Math.cosh(eta) * z + Math.sinh(eta) * e,
  ]);
const BRANCHES = { a1: 'a2', a2: 'a1', b1: 'b2', b2: 'b1' };
const SWAP: Record<string, string> = { m_A1: 'm_A2', m_A2: 'm_A1', m_B1: 'm_B2', m_B2: 'm_B1' };
const MASSES = Object.keys(SWAP);

describe('a model of the recipe paper in the canonical frame', () => {
  const same = (name: string): string => name;
  it.each<[string, () => EventBatch, (name: string) => string]>([
    ['boosts along the beam', () => boosted(1.3), same],
    ['rotations about the beam', () => rotated(2.1), same],
    ['reflections of the beam axis', () => changed(([e, x, y, z]) => [e, x, y, -z]), same],
    ['reflections across the beam', () => changed(([e, x, y, z]) => [e, x, -y, z]), same],
    ['the order of the branches', () => renamed(BRANCHES), (name) => SWAP[name]],
  ])('gives masses that do not know %s', async (_, change, name) => {
    for (const completion of COMPLETIONS) {
      const description = canonical({ completion }, 18);
      const there = await solved(description, events);
      const back = await solved(description, change());
      for (const mass of MASSES) {
        const expected = float64Column(there, mass);
        float64Column(back, name(mass)).forEach((m, i) => {
          // The network sees rows that differ in the last bit of float32, 1e-7 of some TeV.
          expect(Math.abs(m - expected[i])).toBeLessThan(0.05);
        });
      }
    }
    // In the laboratory the same network does feel it.
    const laboratory = paperDescription({}, 18);
    const first = float64Column(await solved(laboratory, events), 'm_A1');
    const second = float64Column(await solved(laboratory, change()), name('m_A1'));
    expect(Math.max(...first.map((m, i) => Math.abs(m - second[i])))).toBeGreaterThan(1);
  });

  it('fulfils pTmiss and m_C exactly in the laboratory', async () => {
    const batch = await solved(canonical(), events);
    const [k1, k2] = ['k1', 'k2'].map((role) => fourMomenta(batch, role));
    // Rounding of E² − p² in double precision at E of some TeV, there and back through the boost.
    for (const k of [k1, k2]) sumMass([k]).forEach((m) => expect(m).toBeCloseTo(700, 6));
    for (const [part, name] of [
      ['px', 'ptmiss_x'],
      ['py', 'ptmiss_y'],
    ] as const) {
      const missing = float64Column(events, name);
      k1[part].forEach((x, i) => expect(x + k2[part][i]).toBeCloseTo(missing[i], 9));
    }
    expect(batch.columns.m_A2).toEqual(
      sumMass([fourMomenta(events, 'a2'), fourMomenta(events, 'b2'), k2])
    );
  });
});

/** Losses of one pairing from rows in the frame where `k` stands: the laboratory. */
async function lossesOf(description: PaperDescription, exchanged: boolean): Promise<Float32Array> {
  const { unit, auxiliary, completion, distance } = description;
  const names = [...ROLES.flatMap(momentumColumns), 'ptmiss_x', 'ptmiss_y'];
  const columns = names.map((name) => float64Column(events, name));
  const values = Array.from({ length: N }, (_, i) => columns.map((column) => column[i] / unit));
  const rows: Tensor2D = exchanged ? exchangeB(tensor2d(values)) : tensor2d(values);
  const network = paperNetwork(description, weightsOf(description));
  const common = { mA: scalar(auxiliary.A / unit), mB: scalar(auxiliary.B / unit) };
  const settings = { completion, distance, mC: 0.7 };
  const losses = inputLosses(rows, network.outputs(rows), common, settings);
  const read = (await losses.data()) as Float32Array;
  network.dispose();
  return read;
}

describe('a model of the recipe paper that is blind to the pairing', () => {
  it.each(COMPLETIONS)('takes the pairing with the smaller loss, %s', async (completion) => {
    const description = paperDescription({ pairing: 'blind', completion });
    const { columns } = await solved(description, events);
    expect(Object.keys(columns).at(-1)).toBe('pairing');
    const [given, exchanged] = [
      await lossesOf(description, false),
      await lossesOf(description, true),
    ];
    expect([...columns.pairing]).toEqual(
      [...given].map((loss, i) => (exchanged[i] < loss ? 1 : 0))
    );
    const chosen = [...columns.pairing].filter((pairing) => pairing === 1).length;
    expect(chosen).toBeGreaterThan(N / 10);
    expect(chosen).toBeLessThan((9 * N) / 10);
  });

  it('gives momenta and masses of that pairing', async () => {
    const blind = await solved(paperDescription({ pairing: 'blind' }), events);
    const given = await solved(paperDescription(), events);
    const exchanged = await solved(paperDescription(), renamed({ b1: 'b2', b2: 'b1' }));
    for (const name of ['k1_E', 'k1_pz', 'k2_px', ...MASSES]) {
      const expected = Float64Array.from(blind.columns.pairing, (pairing, i) =>
        pairing === 1 ? exchanged.columns[name][i] : given.columns[name][i]
      );
      expect(blind.columns[name], name).toEqual(expected);
    }
  });

  it.each(['laboratory', 'canonical'] as const)(
    'gives the same whatever the pairing of the file, in the %s frame',
    async (frame) => {
      const description = paperDescription({ pairing: 'blind', frame });
      const there = await solved(description, events);
      const back = await solved(description, renamed({ b1: 'b2', b2: 'b1' }));
      expect([...back.columns.pairing]).toEqual(
        [...there.columns.pairing].map((pairing) => 1 - pairing)
      );
      for (const name of ['k1_pz', ...MASSES]) {
        float64Column(back, name).forEach((value, i) =>
          // The boost to the frame may round differently where b1 and b2 are added in another order.
          expect(Math.abs(value - there.columns[name][i])).toBeLessThan(0.05)
        );
      }
    }
  );

  it('is an antler', async () => {
    const description = paperDescription({ pairing: 'blind' });
    const topology = { ...description.topology, name: 'other', exchanges: [] };
    const dir = join(temporaryFolder(), 'model');
    await expect(
      writeModelDirectory(dir, { ...description, topology }, weightsOf(description))
    ).rejects.toThrow('topology other is no antler, expected one where the pairing is blind');
  });
});
