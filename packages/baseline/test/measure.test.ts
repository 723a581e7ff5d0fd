import { join } from 'node:path';
import { momentumColumns, type EventBatch } from '@deelema/events';
import { measurementsSchema, readRecord } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { config as schema } from '../src/config.mjs';
import { measure } from '../src/measure.ts';
import { makeMeasurements } from '../src/measurements.ts';
import { readSample, SAMPLED } from '../src/sample.ts';
import { readReference, slice } from './support/reference.ts';
import { runStage } from './support/run-stage.ts';

const { events } = readReference('toy');
const toy: EventBatch = {
  length: events.length,
  columns: { ...events.columns, weight: new Float64Array(events.length).fill(1) },
};

const never = new AbortController().signal;
const LIKELIHOOD = { process: 'phase-space', wrongPairing: 0, events: 100 } as const;
const SOLVABILITY = { pairing: 'given', events: 200, points: 21, replicas: 20 } as const;

async function* inBatches(...batches: EventBatch[]): AsyncGenerator<EventBatch> {
  for (const batch of batches) yield await Promise.resolve(batch);
}

describe('readSample', () => {
  it('joins batches, stops at the most events, and passes over what is not finite', async () => {
    const broken = slice(toy, 0, 60);
    broken.columns.b1_px[7] = NaN;
    broken.columns.ptmiss_y[8] = Infinity;
    const sample = await readSample(inBatches(broken, slice(toy, 60, 200)), 100, never);
    expect(sample.length).toBe(100);
    expect(Object.keys(sample.columns)).toEqual(SAMPLED);
    const rows = Array.from({ length: 102 }, (_, i) => i).filter((i) => i !== 7 && i !== 8);
    for (const name of ['a2_pz', 'weight']) {
      expect([...sample.columns[name]]).toEqual(rows.map((i) => toy.columns[name][i]));
    }
  });

  it('takes all of a file with fewer, and stops when it is told to', async () => {
    expect(await readSample(inBatches(slice(toy, 0, 30)), 100, never)).toMatchObject({
      length: 30,
    });
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(readSample(inBatches(toy), 100, stopped)).rejects.toThrow('stopped');
  });
});

describe('measure', () => {
  it('says why it found nothing', async () => {
    const config = schema.parse({ mC: 700, likelihood: LIKELIHOOD, solvability: SOLVABILITY });
    const sample = slice(toy, 0, 0);
    const { found, failure } = await measure({ method: 'likelihood', sample, config });
    expect(found).toBeNull();
    expect(failure).toMatch(/^\w+: .*\.$/);
    const other = await measure({ method: 'solvability', sample, config });
    expect(other.found).toMatchObject({ mA: { value: null }, details: {} });
    expect(other.found).toHaveProperty('details.reason', expect.stringMatching(/\.$/));
  });

  it('does nothing that is not asked for', async () => {
    const config = schema.parse({ mC: 700 });
    for (const method of ['likelihood', 'solvability'] as const) {
      expect(await measure({ method, sample: toy, config })).toEqual({ method, found: null });
    }
  });
});

describe('the measurements of baseline', () => {
  it('end at once when they are interrupted, however much is left to do', async () => {
    // Ten minutes of work in another thread: waiting for its answer would outlast this test.
    const smeared = { ...LIKELIHOOD, events: 1000, draws: 100_000, resolution: { a: {}, b: {} } };
    const config = schema.parse({ mC: 700, likelihood: smeared });
    const controller = new AbortController();
    const { signal } = controller;
    const log = (): void => void setTimeout(() => controller.abort(new Error('interrupted')), 200);
    const file = { batches: () => inBatches(toy) };
    const made = makeMeasurements(file, config, { workers: 1, signal, log });
    await expect(made).rejects.toThrow('interrupted');
  });

  it('are those of the methods: the masses of the toy, 1000 and 800 GeV', async () => {
    const sections = { likelihood: LIKELIHOOD, solvability: SOLVABILITY };
    const settings = { mC: 700, variables: ['mt2_b' as const], ...sections };
    const { dir, result } = await runStage([toy], settings, { workers: 2 });
    expect(result?.counts).toMatchObject({ failures: {} });
    const path = join(dir, 'measurements.json');
    const record = await readRecord(path, measurementsSchema, 'baseline');
    const config = schema.parse(settings);
    for (const method of ['likelihood', 'solvability'] as const) {
      const { found } = await measure({ method, sample: toy, config });
      expect(found).toEqual(record[method]);
      expect(found?.events).toBe(sections[method].events);
      for (const [mass, truth] of [
        [found?.mA, 1000],
        [found?.mB, 800],
      ] as const) {
        const deviation = Math.abs((mass?.value ?? 0) - truth);
        // Exact momenta: good to a part in a thousand, and to four of the errors.
        expect(deviation).toBeLessThan(Math.min(1e-3 * truth, 4 * (mass?.error ?? 0)));
      }
    }
  });

  it('take known visible masses', async () => {
    const rough = Object.fromEntries(
      Object.entries(toy.columns).map(([name, column]) => [name, column.slice()])
    );
    for (const role of ['a1', 'a2', 'b1', 'b2']) {
      const [e] = momentumColumns(role);
      rough[e] = rough[e].map((energy) => energy * 1.01);
    }
    const sample = { length: toy.length, columns: rough };
    const found = [];
    for (const visibleMasses of [undefined, { a: 0, b: 0 }]) {
      const config = schema.parse({ mC: 700, visibleMasses, solvability: SOLVABILITY });
      found.push((await measure({ method: 'solvability', sample, config })).found?.mA.value);
    }
    expect(found[1]).toBeCloseTo(1000, 0);
    expect(found[0]).not.toBeCloseTo(1000, 0);
  });
});
