import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairings, visibleRoles } from '@deelema/deelema';
import type { DecayTopology } from '@deelema/deelema';
import type { EventBatch } from '@deelema/events';
import { useOnnxRuntime } from '@deelema/tfjs-onnxruntime';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { massShells, writeModelDirectory } from '../src/index.ts';
import type { DensityDescription, ModelDescription } from '../src/index.ts';
import { densityDescription, JETS, paperDescription, sampleEvents, solved } from './support.ts';
import { TOP_SAMPLE, weightsOf } from './support.ts';

const N = 500;
let events: EventBatch;
beforeAll(async () => {
  await useOnnxRuntime({ threads: 1 });
  events = await sampleEvents(N);
});

/** Stores a model and loads its ONNX file with ONNX Runtime alone. */
async function sessionOf(description: ModelDescription): Promise<InferenceSession> {
  const dir = temporaryFolder();
  await writeModelDirectory(dir, description, weightsOf(description));
  return InferenceSession.create(join(dir, 'model.onnx'), { intraOpNumThreads: 1 });
}

/** The events as the file takes them. */
function feeds({ length, columns }: EventBatch, topology: DecayTopology) {
  const names = visibleRoles(topology).flatMap((role) =>
    ['E', 'px', 'py', 'pz'].map((part) => `${role}_${part}`)
  );
  const rows = (of: readonly string[]): Float32Array =>
    Float32Array.from({ length: length * of.length }, (_, k) => {
      return columns[of[k % of.length]][Math.floor(k / of.length)];
    });
  return {
    visible: new Tensor('float32', rows(names), [length, names.length / 4, 4]),
    ptmiss: new Tensor('float32', rows(['ptmiss_x', 'ptmiss_y']), [length, 2]),
  };
}

type Outputs = Awaited<ReturnType<InferenceSession['run']>>;

/** Largest difference of momenta and of masses, and differences of pairing and density, per event. */
function differences(outputs: Outputs, batch: EventBatch, { topology }: ModelDescription) {
  const data = (name: string): ArrayLike<number> => outputs[name].data as Float32Array;
  const masses = massShells(topology).map(({ column }) => column);
  const momenta = (role: string): string[] => ['E', 'px', 'py', 'pz'].map((p) => `${role}_${p}`);
  const worst = (name: string, columns: readonly string[], i: number): number =>
    Math.max(
      ...columns.map((column, k) =>
        Math.abs(data(name)[i * columns.length + k] - batch.columns[column][i])
      )
    );
  return Array.from({ length: batch.length }, (_, i) => ({
    k: Math.max(worst('k1', momenta('k1'), i), worst('k2', momenta('k2'), i)),
    m: worst('masses', masses, i),
    pairing: worst('pairing', ['pairing'], i),
    density: 'log_density' in outputs ? worst('log_density', ['log_density'], i) : 0,
  }));
}

const TWO_TOGETHER: DensityDescription['topology'] = {
  name: 'two at once',
  branches: [
    { steps: [{ mass: 'T', visibles: ['a1', 'b1'] }], invisible: 'c1' },
    { steps: [{ mass: 'T', visibles: ['a2', 'b2'] }], invisible: 'c2' },
  ],
  exchanges: [
    ['b1', 'b2'],
    ['a1', 'b1'],
  ],
};

const UNLIKE: DensityDescription['topology'] = {
  name: 'unlike branches',
  branches: [
    {
      steps: [
        { mass: 'A', visibles: ['a1'] },
        { mass: 'B', visibles: ['b1'] },
      ],
      invisible: 'c1',
    },
    { steps: [{ mass: 'D', visibles: ['a2', 'b2'] }], invisible: 'c2' },
  ],
  exchanges: [],
};

const jets = (...roles: string[]) => Object.fromEntries(roles.map((role) => [role, JETS]));

/** As many powers as a density of a real pair has. */
const MANY_TERMS = Array.from({ length: 45 }, (_, i) => ({
  ...{ u: i % 5, y: Math.floor(i / 5) % 3, c: Math.floor(i / 15), m: i % 4 },
  coefficient: i % 5 === 1 ? -1 : 0.01 * (i % 7),
}));

const { density, solving } = densityDescription();
const { production } = density;

/** Where fewer than four masses leave a line of solutions. */
const UNSOLVED = { ...solving, steps: 0 };

const MODELS: [string, DensityDescription][] = [
  ['as it is', densityDescription()],
  ['45 terms', densityDescription({ production: { ...production, terms: MANY_TERMS } })],
  ['smeared jets', densityDescription({ resolution: jets('a1', 'a2') })],
  ['one smeared jet', densityDescription({ resolution: jets('b2') })],
  [
    'all smeared, pTmiss with a resolution',
    densityDescription({ resolution: jets('b2', 'a1', 'a2', 'b1'), ptmissResolution: 15 }),
  ],
  ['two invisible masses', densityDescription({}, { mC: [650, 720] })],
  [
    'two particles in one decay, four pairings',
    densityDescription(
      {},
      { topology: TWO_TOGETHER, auxiliary: { T: 1000 }, resolutions: { T: 8 }, solving: UNSOLVED }
    ),
  ],
  [
    'unlike branches',
    densityDescription(
      { resolution: jets('a1') },
      {
        topology: UNLIKE,
        auxiliary: { A: 1000, B: 800, D: 990 },
        resolutions: { A: 5, B: 4, D: 9 },
        solving: UNSOLVED,
      }
    ),
  ],
];

describe('model.onnx of the recipe deelema, run by ONNX Runtime alone', () => {
  it.each(MODELS)('gives what solveEvents gives: %s', async (_, description) => {
    const session = await sessionOf(description);
    const outputs = await session.run(feeds(events, description.topology));
    expect(outputs.k2.dims).toEqual([N, 4]);
    expect(outputs.masses.dims).toEqual([N, massShells(description.topology).length]);
    expect([outputs.pairing.dims, outputs.pairing.type]).toEqual([[N], 'int32']);
    const batch = await solved(description, events);
    const all = differences(outputs, batch, description);
    // Where float32 decides between two draws or pairings of almost the same weight, nothing agrees.
    const same = all.filter(({ pairing, k }) => pairing === 0 && k < 1);
    expect(same.length).toBeGreaterThan(0.97 * N);
    const median = (of: 'k' | 'm'): number => {
      const sorted = same.map((d) => d[of]).sort((a, b) => a - b);
      return sorted[sorted.length >> 1];
    };
    // 1e-7 of some 100 GeV, times what the steps to the solution magnify.
    expect(median('k')).toBeLessThan(0.01);
    expect(median('m')).toBeLessThan(0.01);
    expect(Math.max(...same.map(({ m }) => m))).toBeLessThan(1);
    // Steps of a network that was not trained magnify rounding, and ln weights hold its square.
    expect(same.filter(({ density }) => density > 0.1).length).toBeLessThan(0.01 * N);
    const chosen = new Set(batch.columns.pairing);
    expect(chosen.size).toBeGreaterThan(pairings(description.topology).length > 1 ? 1 : 0);
  });

  it('works for light particles, and for events without pTmiss', async () => {
    const light = densityDescription(
      { resolution: jets('a1', 'a2') },
      { mC: [0, 0], auxiliary: { A: 173, B: 80.4 }, resolutions: { A: 3, B: 2 }, unit: 70 }
    );
    const top = await sampleEvents(N, TOP_SAMPLE);
    const zero = new Float64Array(N);
    const still = { ...top, columns: { ...top.columns, ptmiss_x: zero, ptmiss_y: zero } };
    const session = await sessionOf(light);
    for (const batch of [top, still]) {
      const outputs = await session.run(feeds(batch, light.topology));
      const all = differences(outputs, await solved(light, batch), light);
      const same = all.filter(({ pairing, k }) => pairing === 0 && k < 1);
      expect(same.length).toBeGreaterThan(0.97 * N);
    }
  });

  it('takes any number of events', async () => {
    const description = densityDescription();
    const session = await sessionOf(description);
    const all = await session.run(feeds(events, description.topology));
    const one = await session.run(feeds({ ...events, length: 1 }, description.topology));
    expect(one.masses.dims).toEqual([1, 4]);
    // A matrix of one row may round differently.
    expect(Number(one.k1.data[3])).toBeCloseTo(Number(all.k1.data[3]), 1);
  });
});

describe('model.onnx of the recipe paper, run by ONNX Runtime alone', () => {
  const names = ['a1', 'a2', 'b1', 'b2'].flatMap((r) => ['E', 'x', 'y', 'z'].map((p) => r + p));
  const standardisation = [...names, 'x', 'y'].map((name, j) => ({ name, mean: j, std: 100 + j }));
  it.each([
    ['16 inputs', paperDescription()],
    ['18 inputs, standardised', paperDescription({ standardisation }, 18)],
    ['pt_mc', paperDescription({ completion: 'pt_mc' })],
    ['in the canonical frame', paperDescription({ frame: 'canonical' }, 18)],
    [
      'pt_mc, in the canonical frame',
      paperDescription({ frame: 'canonical', completion: 'pt_mc' }),
    ],
    [
      'blind',
      paperDescription({ pairing: 'blind', standardisation: standardisation.slice(0, 16) }),
    ],
    ['blind, in the canonical frame', paperDescription({ frame: 'canonical', pairing: 'blind' })],
  ])('gives what solveEvents gives: %s', async (_, description) => {
    const session = await sessionOf(description);
    expect(session.outputNames).toEqual(['k1', 'k2', 'masses', 'pairing']);
    const outputs = await session.run(feeds(events, description.topology));
    const batch = await solved(description, events);
    const columns = { pairing: new Uint8Array(N), ...batch.columns };
    const all = differences(outputs, { ...batch, columns }, description);
    const same = all.filter(({ pairing }) => pairing === 0);
    // Float32 may decide otherwise between losses that agree to 1e-6.
    expect(same.length).toBeGreaterThan(0.99 * N);
    for (const { k, m } of same) {
      // float32: 1e-7 of some TeV; squared and subtracted for a mass of some 100 GeV.
      expect(k).toBeLessThan(2e-3);
      expect(m).toBeLessThan(2e-2);
    }
  });
});

describe('docs/trained-model.md', () => {
  const docs = readFileSync(new URL('../../../docs/trained-model.md', import.meta.url), 'utf8');
  const [, script] = /```python\n([^]*?)```/.exec(docs)!;

  it('has a script of at most 20 lines that names inputs and outputs as the file does', async () => {
    expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
    const session = await sessionOf(densityDescription());
    const fed = [...script.matchAll(/"(\w+)": \w+/g)].map(([, name]) => name);
    expect(fed).toEqual(session.inputNames);
    const asked = /run\(\s*\[([^\]]*)\]/.exec(script)![1];
    const names = [...asked.matchAll(/"(\w+)"/g)].map(([, name]) => name);
    expect(names).toEqual(session.outputNames);
  });

  it('has a table of these inputs and outputs', async () => {
    const session = await sessionOf(densityDescription());
    for (const name of [...session.inputNames, ...session.outputNames]) {
      expect(docs).toMatch(new RegExp(`^\\| \`${name}\` `, 'm'));
    }
  });
});
