import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  convertEvents,
  mapColumns,
  momentumColumns,
  VISIBLE_ROLES,
  type Column,
  type EventBatch,
} from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { joined, readEventFile, writeBatches } from '../../../test/support/event-files.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../test/support/samples.ts';
import { stageContext } from '../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { comparisonSchema } from '../src/comparison.ts';
import { config } from '../src/config.mjs';
import { stage } from '../src/index.ts';
import { referenceFile, referencePath } from './support.ts';

/** The events of a committed sample as one batch. */
async function sampleEvents(sample: string): Promise<EventBatch> {
  const path = join(temporaryFolder(), 'events.arrow');
  await convertEvents(sampleFile(sample), path);
  return joined(await readEventFile(path));
}

/** A copy of a reference with some of its observables: fewer panels are drawn sooner. */
function part(reference: string, names: readonly string[]): string {
  const whole = referenceFile(reference);
  const path = join(temporaryFolder(), 'reference.json');
  const observables = whole.observables.filter(({ name }) => names.includes(name));
  writeFileSync(path, JSON.stringify({ ...whole, observables }));
  return path;
}

const FEW = ['m_A1', 'm_ab2', 'pt_A', 'cos_bb'];

async function compare(batches: readonly EventBatch[], reference: string, settings: object = {}) {
  const base = temporaryFolder();
  await writeBatches(join(base, 'events.arrow'), batches, 'events of the tests');
  const parsed = config.parse({ reference, scale: 1, ...settings });
  const said: string[] = [];
  const progress = {
    start: () => undefined,
    add: () => undefined,
    log: (line: string) => said.push(line),
  };
  const context = stageContext(
    'compare',
    parsed,
    { base, inputs: { generate: base } },
    { progress }
  );
  const result = await stage.run(context);
  const { dir } = context.out;
  const text = readFileSync(join(dir, 'comparison.json'), 'utf8');
  return { dir, result, said, comparison: comparisonSchema.parse(JSON.parse(text)) };
}

/** Rows of a batch. */
function rows(batch: EventBatch, from: number, to: number): EventBatch {
  const columns = mapColumns(batch.columns, (column: Column) => column.slice(from, to));
  return { length: to - from, columns };
}

describe('compare', () => {
  it('finds events of the same generator to agree, and draws a figure of each group', async () => {
    const events = await sampleEvents(GLUINO_SAMPLE);
    const { dir, comparison, result, said } = await compare(
      [events],
      referencePath('pythia-gluino')
    );
    expect(comparison.differing).toEqual([]);
    expect(comparison).toMatchObject({ events: 5000, sumOfWeights: 5000 });
    expect(result?.counts).toEqual({ events: 5000, observables: 40, agreeing: 40, differing: [] });
    expect(said).toEqual(['40 of 40 distributions agree with Pythia 8.302']);
    const names = ['masses', 'momenta', 'rapidities', 'angles', 'spin'];
    expect(comparison.figures.map(({ id }) => id)).toEqual(names);
    const files = names.flatMap((name) =>
      ['svg', 'png', 'csv', 'vl.json'].map((ending) => `${name}.${ending}`)
    );
    expect(readdirSync(dir).sort()).toEqual([...files, 'comparison.json'].sort());
  });

  it('sees that spins are correlated in MadGraph and not in Pythia, and calls it no error', async () => {
    const events = await sampleEvents(TOP_SAMPLE);
    const { comparison, said } = await compare([events], referencePath('madgraph-ttbar'));
    // Without spin correlation the leptons are back to back more often.
    expect(comparison.differing).toEqual(expect.arrayContaining(['cos_bb', 'coscos_b', 'dphi_b']));
    expect(comparison.differing).not.toContain('helicity_b1');
    expect(said[0]).toMatch(/ distributions agree with MadGraph5_aMC@NLO 3\.5\.7; not so .*cos_bb/);
    const spin = comparison.figures.find(({ id }) => id === 'spin');
    expect(spin?.caption).toContain('2 of the 5 shapes differ at a significance of 0.001');
  });

  it('writes the same bytes however the events are cut into batches', async () => {
    const events = rows(await sampleEvents(GLUINO_SAMPLE), 0, 600);
    const whole = await compare([events], part('pythia-gluino', FEW));
    const cut = await compare(
      [rows(events, 0, 7), rows(events, 7, 600)],
      part('pythia-gluino', FEW)
    );
    for (const name of readdirSync(whole.dir)) {
      const again = readFileSync(join(cut.dir, name));
      expect(readFileSync(join(whole.dir, name)).equals(again), name).toBe(true);
    }
  });

  it('does not mind a common factor of all weights', async () => {
    const { columns, length } = rows(await sampleEvents(GLUINO_SAMPLE), 0, 1000);
    const heavy = { length, columns: { ...columns, weight: new Float64Array(length).fill(22.8) } };
    const one = await compare([{ length, columns }], part('pythia-gluino', FEW));
    const other = await compare([heavy], part('pythia-gluino', FEW));
    expect(other.comparison.sumOfWeights).toBeCloseTo(22_800, 6);
    one.comparison.observables.forEach(({ chiSquare }, k) => {
      expect(other.comparison.observables[k].chiSquare).toBeCloseTo(Number(chiSquare), 6);
    });
  });

  it('looks at the true momenta of particles that were smeared', async () => {
    const { columns, length } = rows(await sampleEvents(GLUINO_SAMPLE), 0, 1000);
    const smeared: Record<string, Column> = { ...columns };
    for (const name of VISIBLE_ROLES.flatMap(momentumColumns)) {
      smeared[`true_${name}`] = columns[name];
      smeared[name] = columns[name].map((x) => 1.3 * x);
    }
    const plain = await compare([{ length, columns }], part('pythia-gluino', FEW));
    const { comparison } = await compare(
      [{ length, columns: smeared }],
      part('pythia-gluino', FEW)
    );
    expect(comparison.observables).toEqual(plain.comparison.observables);
  });

  it('takes a band as the only difference between strict and lenient', async () => {
    const { columns, length } = await sampleEvents(TOP_SAMPLE);
    const strict = await compare([{ length, columns }], part('madgraph-ttbar', FEW), { band: 0 });
    const lenient = await compare([{ length, columns }], part('madgraph-ttbar', FEW), {
      band: 0.3,
    });
    strict.comparison.observables.forEach(({ invariant, chiSquare }, k) => {
      const other = lenient.comparison.observables[k].chiSquare;
      if (invariant) expect(other).toBe(chiSquare);
      else expect(other).toBeLessThan(Number(chiSquare));
    });
  });

  it('says that shapes outside all bins differ', async () => {
    const events = await sampleEvents(TOP_SAMPLE);
    const { comparison } = await compare([rows(events, 0, 300)], part('pythia-gluino', FEW));
    const mass = comparison.observables.find(({ name }) => name === 'm_A1');
    expect(mass).toMatchObject({ chiSquare: null, pValue: null, verdict: 'differs' });
    // All tops lie below the first bin, all gluinos (but for the tails of their resonance) within.
    expect(mass?.distance).toBeGreaterThan(0.99);
  });

  it('needs the invisible momenta', async () => {
    const { columns, length } = rows(await sampleEvents(GLUINO_SAMPLE), 0, 5);
    const blind = Object.fromEntries(
      Object.entries(columns).filter(([name]) => !/^c[12]_/.test(name))
    );
    const failed = compare([{ length, columns: blind }], part('pythia-gluino', FEW));
    await expect(failed).rejects.toMatchObject({ exitCode: 1 });
    await expect(failed).rejects.toThrow(
      'has no columns of c1, c2: a comparison with a generator needs the true invisible momenta'
    );
  });

  it('refuses a weight that is no number', async () => {
    const events = rows(await sampleEvents(GLUINO_SAMPLE), 0, 5);
    events.columns.weight[3] = NaN;
    await expect(compare([events], part('pythia-gluino', FEW))).rejects.toThrow(
      'event 3 has weight NaN, expected a finite number'
    );
  });
});
