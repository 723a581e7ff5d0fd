import { join } from 'node:path';
import { INVISIBLE_ROLES, momentumColumns, openEvents } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeEvents } from '../../../test/support/make-events.ts';
import { ROW_LENGTH } from '../src/data/rows.ts';
import { readTrainingData } from '../src/data/training-data.ts';
import { MEASURED, temporaryFolder, toyEvents, writeInputs } from './support.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

async function read(events: EventBatch, batchLengths?: number[], columns?: readonly string[]) {
  await writeInputs(folder.dir, events, batchLengths, columns);
  const file = await openEvents(join(folder.dir, 'events.arrow'));
  try {
    return await readTrainingData(file, 1000, new AbortController().signal);
  } finally {
    await file.close();
  }
}

const energies = (rows: Float32Array): number[] => [...rows].filter((_, i) => i % ROW_LENGTH === 0);

describe('readTrainingData', () => {
  it('keeps the splits apart, over several record batches', async () => {
    const events = toyEvents(40);
    const { train, validation, counts } = await read(events, [13, 20, 7]);
    expect(counts).toEqual({ train: 28, validation: 8, test: 4 });
    const of = (split: number): number[] =>
      [...events.columns.a1_E]
        .filter((_, i) => events.columns.split[i] === split)
        .map((energy) => Math.fround(energy / 1000));
    expect(energies(train.rows)).toEqual(of(0));
    expect(energies(validation.rows)).toEqual(of(1));
  });

  it('looks at neither truth nor `exchanged`', async () => {
    const hidden = [...INVISIBLE_ROLES.flatMap(momentumColumns), 'exchanged'];
    const withHidden = (value: (row: number) => number): EventBatch => {
      const { length, columns } = toyEvents(40);
      const made = makeEvents(hidden, length, (_, row) => value(row));
      return { length, columns: { ...columns, ...made.columns } };
    };
    const one = withHidden((row) => row % 2);
    const other = withHidden((row) => 1 - (row % 2));
    const columns = [...MEASURED, ...hidden];
    expect(await read(one, [40], columns)).toEqual(await read(other, [40], columns));
  });

  it('has no weights where all are equal, whatever their value', async () => {
    const events = toyEvents(20);
    events.columns.weight.fill(22.77);
    expect((await read(events)).train.weights).toBeUndefined();
  });

  it('gives the weights of a split the mean 1, keeping signs', async () => {
    const events = toyEvents(20);
    events.columns.weight.forEach((_, i) => (events.columns.weight[i] = i % 3 === 0 ? -2 : 4));
    const { weights } = (await read(events)).train;
    const sum = weights?.reduce((a, b) => a + b, 0);
    // 14 numbers rounded to float32.
    expect(sum).toBeCloseTo(14, 5);
    expect(weights?.[0]).toBeLessThan(0);
  });

  it.each([
    ['train', 0],
    ['validation', 1],
  ])(
    'refuses weights of the split %s that cancel, or are all zero or negative',
    async (name, split) => {
      const weigh = (weight: (first: boolean) => number): Promise<unknown> => {
        const events = toyEvents(20);
        const first = events.columns.split.indexOf(split);
        events.columns.split.forEach((code, i) => {
          if (code === split) events.columns.weight[i] = weight(i === first);
        });
        return read(events);
      };
      const sentence = new RegExp(
        `weights of the split ${name} have the mean -?[\\d.]+, expected more than 0; use more events, or another preprocess\\.seed\\.$`
      );
      await expect(weigh((first) => (first ? -100 : 1))).rejects.toThrow(sentence);
      await expect(weigh(() => 0)).rejects.toThrow(sentence);
      await expect(weigh(() => -1)).rejects.toThrow(sentence);
    }
  );

  it('minds no missing validation split', async () => {
    const events = toyEvents(20);
    events.columns.split.fill(0);
    expect((await read(events)).validation).toMatchObject({ length: 0, weights: undefined });
  });

  it.each([NaN, Infinity, 1e300])('refuses %d in an event, and names it', async (value) => {
    const events = toyEvents(20);
    const training = events.columns.split.indexOf(0);
    events.columns.b1_px[training] = value;
    const number = events.columns.event[training];
    await expect(read(events)).rejects.toThrow(
      `b1_px of event ${number} is ${value} GeV, expected a finite number that fits float32; mend the event, or leave it out of the sample.`
    );
  });

  it('refuses events without a training split', async () => {
    const events = toyEvents(20);
    events.columns.split.fill(2);
    await expect(read(events)).rejects.toThrow(
      /none of the 20 events is in the training split, expected some/
    );
  });

  it('refuses an unknown split', async () => {
    const events = toyEvents(20);
    events.columns.split[3] = 7;
    await expect(read(events)).rejects.toThrow(
      /event 11 has split = 7, expected 0, 1 or 2; run preprocess again\.$/
    );
  });
});
