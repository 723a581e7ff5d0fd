import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, minimumColumns } from '@deelema/events';
import { STATUS } from '@deelema/mass-variables';
import { measurementsSchema, readRecord } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { readReference, slice } from './support/reference.ts';
import { joined, runStage } from './support/run-stage.ts';

const toy = readReference('toy');

/** More than one slice of the work, and the same events in each. */
function tiled(times: number) {
  const columns = Object.entries(toy.events.columns).map(([name, column]) => {
    const all = name === 'event' ? new Uint32Array(1000 * times) : new Float64Array(1000 * times);
    for (let k = 0; k < times; ++k) all.set(column, 1000 * k);
    return [name, name === 'exchanged' ? new Uint8Array(1000 * times) : all] as const;
  });
  return { length: 1000 * times, columns: Object.fromEntries(columns) };
}

describe('baseline', () => {
  it.each(['toy', 'ttbar'] as const)(
    'writes M_T2 of both subsystems of %s (table of the Lester–Nachman code)',
    async (sample) => {
      const { events, mC, values } = readReference(sample);
      const run = await runStage([events], { mC, variables: ['mt2_b', 'mt2_ab'] });
      for (const name of ['mt2_b', 'mt2_ab']) {
        joined(run, name).forEach((value, i) => {
          // Where M_T2 is 0 but for rounding the table has up to 1e-2; elsewhere it is right to 2e-9.
          expect(Math.abs(value - values[name][i])).toBeLessThan(value < 0.1 ? 1e-2 : 2e-9);
        });
      }
    }
  );

  it.each(['toy', 'ttbar'] as const)(
    'writes M_2CC of both subsystems of %s with its momenta (table of an exact solver)',
    async (sample) => {
      const { events, mC, values } = readReference(sample);
      const run = await runStage([events], { mC });
      for (const name of ['m2cc_b', 'm2cc_ab']) {
        const statuses = joined(run, `${name}_status`);
        const expected = [...values[`${name}_onesided`]].map((one) =>
          one ? STATUS.oneSided : STATUS.ok
        );
        expect(statuses).toEqual(expected);
        // The table's values are right to 3e-10, 2e-7 in a few events of (b).
        joined(run, name).forEach((value, i) => {
          expect(Math.abs(value / values[name][i] - 1)).toBeLessThan(1e-6);
        });
        // The momenta at the minimum are as well determined as the square root of the value.
        joined(run, `${name}_k1_px`).forEach((value, i) => {
          expect(Math.abs(value - values[`${name}_k1_px`][i])).toBeLessThan(1e-3);
        });
        expect(Math.max(...joined(run, `${name}_residual`))).toBeLessThan(1e-7);
      }
    }
  );

  it('keeps rows, order, batches and the sample line, and writes nothing else', async () => {
    const { events, mC } = toy;
    const run = await runStage([slice(events, 0, 150), slice(events, 150, 200)], { mC });
    expect(run.columnNames).toEqual([
      'event',
      'mt2_b',
      'mt2_ab',
      ...minimumColumns('m2cc_b'),
      ...minimumColumns('m2cc_ab'),
    ]);
    expect(run.batches.map(({ length }) => length)).toEqual([150, 50]);
    expect(joined(run, 'event')).toEqual([...events.columns.event.slice(0, 200)]);
    expect(run.metadata.sample).toBe('toy 1000/800/700');
    expect(run.progress).toBe(200);
  });

  it('counts events by status, variable by variable, and says the largest values', async () => {
    const run = await runStage([toy.events], { mC: 700 });
    const { events, variables } = run.result?.counts as {
      events: number;
      variables: Record<string, { statuses: Record<string, number>; maximum: number }>;
    };
    expect(events).toBe(1000);
    expect(Object.keys(variables)).toEqual(['mt2_b', 'mt2_ab', 'm2cc_b', 'm2cc_ab']);
    expect(variables.mt2_b.statuses).toEqual({ ok: 1000, 'invalid input': 0 });
    const oneSided = toy.values.m2cc_ab_onesided.filter((one) => one === 1).length;
    expect(variables.m2cc_ab.statuses).toMatchObject({
      ok: 1000 - oneSided,
      'one-sided': oneSided,
      infeasible: 0,
      unresolved: 0,
    });
    for (const name of ['mt2_ab', 'm2cc_ab']) {
      expect(variables[name].maximum).toBe(Math.max(...joined(run, name)));
    }
  });

  it('gives each event the same values in whichever batch it stands', async () => {
    const { events, mC } = toy;
    const whole = await runStage([events], { mC });
    const parts = await runStage([slice(events, 0, 77), slice(events, 77, 1000)], { mC });
    for (const name of ['mt2_b', 'mt2_ab', ...minimumColumns('m2cc_ab')]) {
      expect(joined(parts, name)).toEqual(joined(whole, name));
    }
  });

  it('writes the same bytes again, and with any number of threads', async () => {
    const events = [tiled(5), slice(toy.events, 0, 300)];
    const [first, ...others] = await Promise.all(
      [1, 1, 2, 3].map((workers) => runStage(events, { mC: 700 }, { workers }))
    );
    for (const { path } of others) {
      expect(readFileSync(path).equals(readFileSync(first.path))).toBe(true);
    }
    expect(first.batches.map(({ length }) => length)).toEqual([5000, 300]);
  });

  it('uses the trial mass: more of it, more of each variable, and never less than itself', async () => {
    const light = await runStage([toy.events], { mC: 0 });
    const heavy = await runStage([toy.events], { mC: 500 });
    for (const name of ['mt2_b', 'm2cc_ab']) {
      const values = joined(light, name);
      expect(joined(heavy, name).every((x, i) => x > values[i] && x >= 500)).toBe(true);
    }
  });

  it('counts an event without a value as invalid and keeps its row', async () => {
    const events = slice(toy.events, 0, 6);
    events.columns.b1_px[1] = NaN;
    events.columns.a2_E[3] = Infinity;
    // Spacelike beyond rounding.
    events.columns.b2_E[5] *= 0.999;
    const run = await runStage([events], { mC: 700 });
    const { variables } = run.result?.counts as {
      variables: Record<string, { statuses: Record<string, number> }>;
    };
    expect(variables.m2cc_ab.statuses).toMatchObject({ 'invalid input': 3 });
    expect(joined(run, 'm2cc_ab').map(Number.isFinite)).toEqual([1, 0, 1, 0, 1, 0].map(Boolean));
    expect(joined(run, 'm2cc_ab_status')[1]).toBe(STATUS.invalidInput);
    expect(joined(run, 'm2cc_ab_k2_pz').map(Number.isNaN)).toEqual([0, 1, 0, 1, 0, 1].map(Boolean));
    // a2 is only upstream momentum of (b).
    expect(joined(run, 'mt2_b').map(Number.isFinite).slice(0, 5)).toEqual(
      [1, 0, 1, 1, 1].map(Boolean)
    );
  });

  it('takes energies from known masses: rounded momenta of massless particles are valid', async () => {
    const events = slice(toy.events, 0, 100);
    const rough = Object.entries(events.columns).map(([name, column]) => {
      const digits = /_(E|p[xyz])$/.test(name)
        ? column.map((x) => Number(x.toPrecision(5)))
        : column;
      return [name, digits] as const;
    });
    const batch = { length: 100, columns: Object.fromEntries(rough) };
    const as = await runStage([batch], { mC: 700 });
    const known = await runStage([batch], { mC: 700, visibleMasses: { a: 0, b: 0 } });
    const invalid = (run: typeof as) =>
      joined(run, 'm2cc_ab_status').filter((status) => status === STATUS.invalidInput).length;
    // Half of the particles come out spacelike, four to an event.
    expect(invalid(as)).toBeGreaterThan(50);
    expect(invalid(known)).toBe(0);
    const exact = joined(await runStage([events], { mC: 700 }), 'm2cc_ab');
    // Momenta of five digits.
    joined(known, 'm2cc_ab').forEach((value, i) =>
      expect(Math.abs(value - exact[i])).toBeLessThan(0.1)
    );
  });

  it('writes nulls for the measurements that are not asked for', async () => {
    const { dir } = await runStage([slice(toy.events, 0, 5)], { mC: 700 });
    const path = join(dir, 'measurements.json');
    expect(await readRecord(path, measurementsSchema, 'baseline')).toEqual({
      schemaVersion: 1,
      likelihood: null,
      solvability: null,
    });
  });

  it('writes a file without events for one without events', async () => {
    const run = await runStage([slice(toy.events, 0, 0)], { mC: 700, variables: ['mt2_b'] });
    expect(run.result?.counts).toEqual({
      events: 0,
      variables: { mt2_b: { statuses: { ok: 0, 'invalid input': 0 }, maximum: null } },
      failures: {},
    });
    expect(joined(run, 'mt2_b')).toEqual([]);
  });

  it('stops when it is told to, before the next slice', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(runStage([toy.events], { mC: 700 }, { signal })).rejects.toThrow('stopped');
  });

  it('names a missing column', async () => {
    const { ptmiss_x, ...columns } = toy.events.columns;
    expect(ptmiss_x).toHaveLength(1000);
    const run = runStage([{ length: 1000, columns }], { mC: 700 });
    await expect(run).rejects.toThrow(InputError);
    await expect(run).rejects.toThrow(/column ptmiss_x missing/);
  });
});
