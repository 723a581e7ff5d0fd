import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InputError } from '@deelema/events';
import { config } from '../src/config.mjs';
import { readReference, slice } from './support/reference.ts';
import { runStage, type Run } from './support/run-stage.ts';

const toy = readReference('toy');

function joined(run: Run, name: string): number[] {
  return run.batches.flatMap(({ columns }) => [...columns[name]]);
}

describe('baseline', () => {
  it.each(['toy', 'ttbar'] as const)(
    'writes M_T2 of both subsystems of %s (table of the Lester–Nachman code)',
    async (sample) => {
      const reference = readReference(sample);
      const run = await runStage([reference.events], reference.mC);
      for (const name of ['mt2_b', 'mt2_ab'] as const) {
        const expected = reference[name];
        joined(run, name).forEach((value, i) => {
          // The table is right to 2e-9, but for exact zeros, where it has up to 1e-2.
          expect(Math.abs(value - expected[i])).toBeLessThan(value === 0 ? 1e-2 : 2e-9);
        });
      }
    }
  );

  it('keeps rows, order, batches and the sample line, and writes nothing else', async () => {
    const { events, mC } = toy;
    const run = await runStage([slice(events, 0, 150), slice(events, 150, 200)], mC);
    expect(run.columnNames).toEqual(['event', 'mt2_b', 'mt2_ab']);
    expect(run.batches.map(({ length }) => length)).toEqual([150, 50]);
    expect(joined(run, 'event')).toEqual([...events.columns.event]);
    expect(run.metadata.sample).toBe('toy 1000/800/700');
    expect(run.progress).toBe(200);
  });

  it('gives each event the same value in whichever batch it stands', async () => {
    const { events, mC } = toy;
    const whole = await runStage([events], mC);
    const parts = await runStage([slice(events, 0, 77), slice(events, 77, 200)], mC);
    expect(joined(parts, 'mt2_b')).toEqual(joined(whole, 'mt2_b'));
    expect(joined(parts, 'mt2_ab')).toEqual(joined(whole, 'mt2_ab'));
  });

  it('writes the same bytes again', async () => {
    const runs = [await runStage([toy.events], 700), await runStage([toy.events], 700)];
    expect(readFileSync(runs[0].path).equals(readFileSync(runs[1].path))).toBe(true);
  });

  it('uses the trial mass: more of it, more M_T2, and never less than itself', async () => {
    const light = joined(await runStage([toy.events], 0), 'mt2_b');
    const heavy = joined(await runStage([toy.events], 500), 'mt2_b');
    expect(heavy.every((value, i) => value > light[i] && value >= 500)).toBe(true);
  });

  it('counts an event without a value as invalid and keeps its row', async () => {
    const events = slice(toy.events, 0, 5);
    events.columns.b1_px[1] = NaN;
    events.columns.a2_E[3] = Infinity;
    const run = await runStage([events], 700);
    expect(run.result?.counts).toEqual({ events: 5, invalid: 2 });
    expect(joined(run, 'mt2_ab').map(Number.isFinite)).toEqual([true, false, true, false, true]);
    // a2 is only upstream momentum of (b).
    expect(joined(run, 'mt2_b').map(Number.isFinite)).toEqual([true, false, true, true, true]);
  });

  it('writes a file without events for one without events', async () => {
    const run = await runStage([slice(toy.events, 0, 0)], 700);
    expect(run.result?.counts).toEqual({ events: 0, invalid: 0 });
    expect(joined(run, 'mt2_b')).toEqual([]);
  });

  it('stops when it is told to, before the next batch', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(runStage([toy.events], 700, stopped)).rejects.toThrow('stopped');
  });

  it('names a missing column', async () => {
    const { ptmiss_x, ...columns } = toy.events.columns;
    expect(ptmiss_x).toHaveLength(200);
    const run = runStage([{ length: 200, columns }], 700);
    await expect(run).rejects.toThrow(InputError);
    await expect(run).rejects.toThrow(/column ptmiss_x missing/);
  });
});

describe('the configuration of baseline', () => {
  it.each([{}, { mC: -1 }, { mC: '700' }, { mC: Infinity }, { mC: 700, mA: 1000 }])(
    'refuses %o',
    (section) => {
      expect(config.safeParse(section).success).toBe(false);
    }
  );

  it('takes any trial mass from 0 on', () => {
    expect(config.parse({ mC: 0 })).toEqual({ mC: 0 });
  });
});
