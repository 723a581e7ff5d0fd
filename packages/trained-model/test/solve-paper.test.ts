import { float64Column, fourMomenta } from '@deelema/events';
import type { Column, EventBatch } from '@deelema/events';
import { sumMass } from '@deelema/kinematics';
import '@tensorflow/tfjs-backend-cpu';
import { env, memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperDescription } from '../src/index.ts';
import { inputColumns } from '../src/index.ts';
import { paperDescription, sampleEvents, solved, weightsOf } from './support.ts';

const VISIBLE = ['a1', 'a2', 'b1', 'b2'].flatMap((role) =>
  ['E', 'px', 'py', 'pz'].map((part) => `${role}_${part}`)
);

let events: EventBatch;
beforeAll(async () => {
  env().set('PROD', true);
  await setBackend('cpu');
  events = await sampleEvents(200);
});

/** The network written out in float64. */
function forward(description: PaperDescription, row: readonly number[]): number[] {
  const { architecture, standardisation, unit } = description;
  const arrays = weightsOf(description).map(({ values }) => values);
  let h = row.map((x, j) =>
    standardisation ? (x - standardisation[j].mean) / (standardisation[j].std || unit) : x / unit
  );
  for (let layer = 0; layer <= architecture.layers; ++layer) {
    const [W, b] = [arrays[2 * layer], arrays[2 * layer + 1]];
    h = [...b].map((bias, k) => bias + h.reduce((sum, x, j) => sum + x * W[j * b.length + k], 0));
    if (layer === architecture.layers) break;
    h = h.map((x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))));
  }
  return h.map((x) => x * unit);
}

describe('a model of the recipe paper', () => {
  it('gives momenta and masses, the events in their order', async () => {
    const { length, columns } = await solved(paperDescription(), events);
    expect(length).toBe(200);
    expect(Object.keys(columns)).toEqual([
      'event',
      ...['k1_E', 'k1_px', 'k1_py', 'k1_pz', 'k2_E', 'k2_px', 'k2_py', 'k2_pz'],
      ...['m_A1', 'm_A2', 'm_B1', 'm_B2'],
    ]);
    expect(columns.event).toEqual(events.columns.event);
  });

  const moments = [...VISIBLE, 'ptmiss_x', 'ptmiss_y'].map((name, j) => ({
    name,
    mean: 10 * j,
    // One input that never varies: it is not divided by 0.
    std: j === 3 ? 0 : 100 + j,
  }));
  it.each<[string, PaperDescription]>([
    ['16 inputs as they are', paperDescription()],
    ['16 inputs, standardised', paperDescription({ standardisation: moments.slice(0, 16) })],
    ['18 inputs with pTmiss', paperDescription({}, 18)],
    ['18 inputs, standardised', paperDescription({ standardisation: moments }, 18)],
  ])('computes what its weights say: %s', async (_, description) => {
    const { columns } = await solved(description, events);
    const names = [...VISIBLE, 'ptmiss_x', 'ptmiss_y'].slice(0, description.architecture.inputs);
    for (const i of [0, 77, 199]) {
      const outputs = forward(
        description,
        names.map((name) => events.columns[name][i])
      );
      const received = ['k1_px', 'k2_py', 'k1_pz', 'k2_pz'].map((name) => columns[name][i]);
      // float32 against float64: 1e-7 of outputs of some 100 GeV, a few dozen operations.
      received.forEach((value, k) => expect(value).toBeCloseTo(outputs[k], 2));
    }
  });

  it('fulfils pTmiss and m_C exactly, and takes masses of its momenta, PRR 5, 043186, Section II', async () => {
    const batch = await solved(paperDescription(), events);
    const [k1, k2] = ['k1', 'k2'].map((role) => fourMomenta(batch, role));
    const masses = [sumMass([k1]), sumMass([k2])].flatMap((column) => [...column]);
    // Rounding of E² − p² in double precision, at E of some TeV.
    for (const m of masses) expect(m).toBeCloseTo(700, 7);
    const missing = float64Column(events, 'ptmiss_x');
    k1.px.forEach((x, i) => expect(x + k2.px[i]).toBeCloseTo(missing[i], 9));
    const a2 = fourMomenta(events, 'a2');
    const b2 = fourMomenta(events, 'b2');
    expect(batch.columns.m_A2).toEqual(sumMass([a2, b2, k2]));
    expect(batch.columns.m_B2).toEqual(sumMass([b2, k2]));
  });

  it.each(['mc', 'pt', 'pt_mc'] as const)('reads its outputs as %s', async (completion) => {
    const description = paperDescription({ completion });
    const { columns } = await solved(description, events);
    const outputs = forward(
      description,
      VISIBLE.map((name) => events.columns[name][5])
    );
    const expected = {
      mc: ['k1_px', 'k2_py', 'k1_pz', 'k2_pz', 'k1_E', 'k2_E'],
      pt: ['k1_px', 'k1_py', 'k2_px', 'k2_py', 'k1_pz', 'k2_pz'],
      pt_mc: ['k1_E', 'k1_px', 'k1_py', 'k1_pz', 'k2_E', 'k2_px', 'k2_py', 'k2_pz'],
    }[completion];
    expected.forEach((name, k) => expect(columns[name][5]).toBeCloseTo(outputs[k], 2));
  });

  it('gives an event the same whatever it stands with, in chunks of any length', async () => {
    const description = paperDescription();
    const many = await solved(description, repeated(events, 25));
    const few = await solved(description, events);
    // 5 000 events are more than one chunk; rows may round differently in matrices of another height.
    const last = many.columns.k1_pz.subarray(-200);
    last.forEach((pz, i) => expect(pz).toBeCloseTo(few.columns.k1_pz[i], 3));
  });

  it('leaves no tensors behind', async () => {
    const before = memory().numTensors;
    await solved(paperDescription({ standardisation: moments.slice(0, 16) }), events);
    expect(memory().numTensors).toBe(before);
  });
});

describe('events that a model cannot be applied to', () => {
  const changed = (name: string, i: number, value: number): EventBatch => {
    const column = Float64Array.from(events.columns[name]);
    column[i] = value;
    const event = events.columns.event.map((number) => number + 1000);
    return { length: events.length, columns: { ...events.columns, event, [name]: column } };
  };

  it.each([
    ['a2_px', NaN, /^Event 1007: a2 is \(.*NaN.*\) GeV, expected four finite numbers; leave/],
    ['b1_E', Infinity, /^Event 1007: b1 is \(Infinity, /],
    ['ptmiss_y', -Infinity, /^Event 1007: pTmiss is \(.*, -Infinity\) GeV, expected two finite/],
    [
      'a1_E',
      -9000,
      /^Event 1007: its visible particles have E \+ p_z = -\d.* expected both above 0/,
    ],
    [
      'b2_px',
      1e60,
      /^Event 1007: the model gives k1_E = NaN, expected a finite number; its momenta/,
    ],
  ])('are named with their number: %s = %d', async (name, value, expected) => {
    const description = paperDescription();
    const error: unknown = await solved(description, changed(name, 7, value)).catch(
      (e: unknown) => e
    );
    expect((error as Error).message).toMatch(expected);
    expect(error).toMatchObject({ exitCode: 1 });
  });

  it.each(inputColumns(paperDescription()))('lack %s', async (name) => {
    const columns: Record<string, Column> = { ...events.columns };
    Reflect.deleteProperty(columns, name);
    const solving = solved(paperDescription(), { length: events.length, columns });
    await expect(solving).rejects.toThrow(`Column ${name} is missing; the events have `);
  });
});

describe('solving that is interrupted', () => {
  it('ends with the reason of the signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(solved(paperDescription(), events, { signal })).rejects.toThrow('enough');
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    const onProgress = (n: number): void => void told.push(n);
    await solved(paperDescription(), repeated(events, 25), { onProgress });
    expect(told).toEqual([4096, 904]);
  });
});

/** The events again and again. */
function repeated({ length, columns }: EventBatch, times: number): EventBatch {
  const all = Object.entries(columns).map(([name, column]) => {
    const out = new (column.constructor as typeof Float64Array)(times * length);
    for (let k = 0; k < times; ++k) out.set(column, k * length);
    return [name, out] as const;
  });
  return { length: times * length, columns: Object.fromEntries(all) };
}
