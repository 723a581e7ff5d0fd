import { join } from 'node:path';
import { openEvents } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSample } from '../../src/deelema/sample.ts';
import { conjectureOf } from '../../src/deelema/settings.ts';
import { MEASURED, densityConfig, temporaryFolder, toyEvents, writeInputs } from '../support.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

async function read(
  events: EventBatch,
  {
    most = 1000,
    lengths = [events.length],
    columns = MEASURED,
    settings = {},
  }: { most?: number; lengths?: number[]; columns?: readonly string[]; settings?: object } = {}
) {
  await writeInputs(folder.dir, events, lengths, columns);
  const file = await openEvents(join(folder.dir, 'events.arrow'));
  const conjecture = conjectureOf(densityConfig(settings));
  try {
    return await readSample(file, conjecture, most, new AbortController().signal);
  } finally {
    await file.close();
  }
}

describe('readSample', () => {
  it('gives the same rows from one record batch and from several', async () => {
    const events = toyEvents(40);
    const one = await read(events);
    expect(one.sample).toMatchObject({ length: 40, weights: undefined });
    expect(one.sample.rows).toHaveLength(40 * 2 * one.sample.width);
    expect(one.sample.rows.every(Number.isFinite)).toBe(true);
    expect(await read(events, { lengths: [13, 20, 7] })).toEqual(one);
  });

  it('takes no more events than asked for: the first ones', async () => {
    const events = toyEvents(40);
    const first = { length: 25, columns: toyEvents(25).columns };
    const some = await read(events, { most: 25, lengths: [20, 20] });
    expect(some).toEqual(await read(first));
  });

  it('measures in units of the events: ten times the momenta are ten times the unit', async () => {
    const events = toyEvents(30);
    const scaled = toyEvents(30);
    for (const [name, column] of Object.entries(scaled.columns)) {
      if (!/_(E|p.|x|y)$/.test(name)) continue;
      column.forEach((value, i) => (column[i] = 10 * value));
    }
    const [one, ten] = [await read(events), await read(scaled)];
    expect(ten.unit / one.unit).toBeCloseTo(10, 10);
    const far = one.sample.rows.map((value, i) => Math.abs(value - ten.sample.rows[i]));
    // float32, of numbers up to some ten units.
    expect(Math.max(...far)).toBeLessThan(1e-4);
  });

  it('gives weights the mean 1, keeping signs', async () => {
    const events = toyEvents(20);
    events.columns.weight.forEach((_, i) => (events.columns.weight[i] = i % 4 === 0 ? -2 : 4));
    const { weights } = (await read(events)).sample;
    // 20 numbers rounded to float32.
    expect(weights!.reduce((a, b) => a + b)).toBeCloseTo(20, 5);
    expect(weights![0]).toBeLessThan(0);
  });

  it('refuses weights that add up to nothing', async () => {
    const events = toyEvents(20);
    events.columns.weight.forEach((_, i) => (events.columns.weight[i] = i % 2 === 0 ? -3 : 3));
    await expect(read(events)).rejects.toThrow(
      /events\.arrow: the weights have the mean 0, expected more than 0; use more events\.$/
    );
  });

  it.each([NaN, Infinity, 1e300])('refuses %d in an event, and names it', async (value) => {
    const events = toyEvents(20);
    events.columns.b1_px[11] = value;
    const number = events.columns.event[11];
    await expect(read(events, { lengths: [8, 12] })).rejects.toThrow(
      `b1_px of event ${number} is ${value} GeV, expected a finite number that fits float32; mend the event, or leave it out of the sample.`
    );
  });

  it('refuses a file without events', async () => {
    await expect(read(toyEvents(0), { lengths: [] })).rejects.toThrow(
      /events\.arrow has no events to train on, expected some; loosen the selection of preprocess\.$/
    );
  });

  it('refuses a file without the roles of the topology, and names them', async () => {
    const columns = MEASURED.filter((name) => !name.startsWith('b2'));
    await expect(read(toyEvents(20), { columns })).rejects.toThrow(
      /events\.arrow has no column b2_E, b2_px, b2_py, b2_pz, expected those of a1, a2, b1, b2 and pTmiss for the topology "antler"; use events with these roles, or another train\.topology\.$/
    );
    const branch = (i: number) => [{ mass: 'A', visibles: [`a${i}`, `d${i}`] }];
    const topology = { name: 'mine', branches: [branch(1), branch(2)] };
    await expect(read(toyEvents(20), { settings: { topology } })).rejects.toThrow(
      /has no column d1_E, .* for the topology "mine"/
    );
  });
});
