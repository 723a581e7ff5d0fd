import { join } from 'node:path';
import { openEvents } from '@deelema/events';
import type { EventFile } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { sideBySide } from '../src/side-by-side.ts';
import { writeInputs } from './support/stage-run.ts';
import { toyEvents } from './support/toy.ts';

async function open(base: string): Promise<{ contaminate: EventFile; train: EventFile }> {
  return {
    contaminate: await openEvents(join(base, 'contaminate', 'events.arrow')),
    train: await openEvents(join(base, 'train', 'events.arrow')),
  };
}

async function collect({ contaminate, train }: { contaminate: EventFile; train: EventFile }) {
  const rows: (readonly [number, number, number])[] = [];
  const lengths: number[] = [];
  const sources = {
    contaminate: { file: contaminate, columns: ['event', 'c1_px'] },
    train: { file: train, columns: ['event', 'k1_px'] },
  };
  try {
    for await (const slice of sideBySide(sources)) {
      lengths.push(slice.train.length);
      const { event, c1_px } = slice.contaminate.columns;
      event.forEach((number, i) => rows.push([number, c1_px[i], slice.train.columns.k1_px[i]]));
    }
  } finally {
    await Promise.all([contaminate.close(), train.close()]);
  }
  return { rows, lengths };
}

describe('sideBySide', () => {
  const toy = toyEvents({ events: 50, noise: 0 });

  it('gives every event of files cut differently, row by row', async () => {
    const batchRows = { contaminate: 20, train: 15 };
    const { rows, lengths } = await collect(await open(await writeInputs(toy, { batchRows })));
    expect(lengths).toEqual([15, 5, 10, 10, 5, 5]);
    const expected = [...toy.contaminate.event].map((event, i) => {
      return [event, toy.contaminate.c1_px[i], toy.train.k1_px[i]];
    });
    expect(rows).toEqual(expected);
  });

  it('refuses files with other events and says where', async () => {
    const shuffled = toyEvents({ events: 50, noise: 0 });
    shuffled.train.event[31] = 7;
    const files = await open(await writeInputs(shuffled, { batchRows: { train: 20 } }));
    await expect(collect(files)).rejects.toMatchObject({
      name: 'InputError',
      exitCode: 1,
      message:
        'Row 31 of train is event 7, of contaminate event 93, expected the same events in the ' +
        'same order; run train again.',
    });
  });

  it('refuses files of different length before reading', async () => {
    const { train } = toyEvents({ events: 49, noise: 0 });
    const files = await open(await writeInputs({ ...toy, train }));
    await expect(collect(files)).rejects.toThrow(
      'The events of train have 49 rows, those of contaminate 50, expected the same; run train again.'
    );
  });

  it('gives nothing for files without events', async () => {
    const files = await open(await writeInputs(toyEvents({ events: 0, noise: 0 })));
    expect(await collect(files)).toEqual({ rows: [], lengths: [] });
  });
});
