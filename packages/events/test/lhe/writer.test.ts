import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  createLheWriter,
  eventColumns,
  findTopology,
  momentumColumns,
  readLhe,
  readLheInit,
  TOPOLOGIES,
} from '../../src/index.ts';
import type { EventBatch, LheWriterOptions } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../../test/support/samples.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';

const ttbar = sampleFile(TOP_SAMPLE);
const gluino = sampleFile(GLUINO_SAMPLE);

async function write(path: string, batch: EventBatch, options: LheWriterOptions): Promise<void> {
  const writer = await createLheWriter(path, options);
  await writer.write(batch);
  await writer.close();
}

async function first(path: string, name: keyof typeof TOPOLOGIES): Promise<EventBatch> {
  const [batch] = await collect(readLhe(path, { topology: TOPOLOGIES[name], limit: 700 }));
  return batch;
}

describe('an LHE file that we write', () => {
  it.each([
    ['ttbar-dilepton', ttbar],
    ['gluino-sbottom', gluino],
  ] as const)('reads back as the same events: %s', async (name, source) => {
    const path = join(temporaryFolder(), 'events.lhe.gz');
    const batch = await first(source, name);
    await write(path, batch, { topology: TOPOLOGIES[name], sample: 'again' });
    const again = await first(path, name);
    expect(again.length).toBe(700);
    for (const column of eventColumns(true)) {
      const [x, y] = [batch.columns[column], again.columns[column]];
      // Energies go through the mass and back, which costs a few units in the last place.
      const worst = Math.max(...Array.from(x, (v, i) => Math.abs(v - y[i]) / Math.abs(v || 1)));
      expect(worst, column).toBeLessThan(column.endsWith('_E') ? 1e-14 : 1e-300);
    }
  });

  it('conserves the four-momentum in every decay', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    const topology = TOPOLOGIES['gluino-sbottom'];
    await write(path, await first(gluino, 'gluino-sbottom'), { topology, sample: '' });
    const event = readFileSync(path, 'utf8').split('<event>\n')[1].split('\n').slice(1, 13);
    const particles = event.map((line) => line.split(' ').map(Number));
    expect(particles.map(([id]) => id)).toEqual([
      21, 21, 1000021, 1000021, -1000005, 5, 1000005, -5, -5, 1000022, 5, 1000022,
    ]);
    for (const mother of [3, 4, 5, 7]) {
      const children = particles.filter((particle) => particle[2] === mother);
      for (const k of [6, 7, 8, 9]) {
        const sum = children.reduce((total, child) => total + child[k], 0);
        // 17 digits of up to a few 1000 GeV.
        expect(Math.abs(sum - particles[mother - 1][k])).toBeLessThan(1e-11);
      }
    }
  });

  it('has its topology found', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    const topology = TOPOLOGIES['ttbar-dilepton'];
    await write(path, await first(ttbar, 'ttbar-dilepton'), { topology, sample: '' });
    // All its ids are within the preset.
    expect(await findTopology(path)).toEqual(TOPOLOGIES['ttbar-dilepton']);
  });

  it('says version, cross-section, beams and sample', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    const topology = TOPOLOGIES['gluino-sbottom'];
    const crossSection = { value: 0.25, error: 0.5 };
    await write(path, await first(gluino, 'gluino-sbottom'), {
      topology,
      sample: 'a <toy>\nsample',
      crossSection,
      beamEnergies: [7000, 7000],
    });
    expect(await readLheInit(path)).toEqual({
      version: '3.0',
      beams: [2212, 2212],
      beamEnergies: [7000, 7000],
      processes: [{ crossSection: 0.25, error: 0.5, maximumWeight: 1, id: 1 }],
      generators: [],
      sample: 'a toy sample',
    });
  });

  it('has the same bytes for the same events, packed or not', async () => {
    const folder = temporaryFolder();
    const batch = await first(gluino, 'gluino-sbottom');
    const options = { topology: TOPOLOGIES['gluino-sbottom'], sample: 'toy' };
    const names = ['one.lhe.gz', 'two.lhe.gz', 'three.lhe'];
    for (const name of names) await write(join(folder, name), batch, options);
    const [one, two, plain] = names.map((name) => readFileSync(join(folder, name)));
    expect(one.equals(two)).toBe(true);
    expect(gunzipSync(one).equals(plain)).toBe(true);
    // More than one stretch of a mebibyte, so the file has several gzip members.
    expect(plain.length).toBeGreaterThan(1 << 20);
  });
});

/** The final particles of the first event in a file. */
function finals(path: string): number[][] {
  const [, event] = readFileSync(path, 'utf8').split('<event>\n');
  const lines = event.split('\n').slice(1);
  const particles = lines.filter((line) => line !== '' && !line.startsWith('<'));
  return particles.map((line) => line.split(' ').map(Number)).filter(([, status]) => status === 1);
}

describe('an event with recoil', () => {
  const topology = TOPOLOGIES['gluino-sbottom'];

  /** The first events, all momenta of branch 1 turned and boosted so that the transverse sum is not zero. */
  async function recoiling(): Promise<EventBatch> {
    const { length, columns } = await first(gluino, 'gluino-sbottom');
    const [b1_px, ptmiss_x] = [columns.b1_px.slice(), columns.ptmiss_x];
    const b1_E = columns.b1_E.slice();
    for (let i = 0; i < length; i++) {
      b1_px[i] += 40;
      b1_E[i] = Math.hypot(b1_px[i], columns.b1_py[i], columns.b1_pz[i]);
    }
    return { length, columns: { ...columns, b1_px, b1_E, ptmiss_x } };
  }

  it('has one gluon more, and four-momentum is conserved', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    await write(path, await recoiling(), { topology, sample: '' });
    const particles = finals(path);
    expect(particles).toHaveLength(7);
    expect(particles.at(-1)!.slice(0, 4)).toEqual([21, 1, 1, 2]);
    for (const k of [6, 7]) {
      const sum = particles.reduce((total, particle) => total + particle[k], 0);
      // Six numbers of up to a few 1000 GeV with 17 digits.
      expect(Math.abs(sum)).toBeLessThan(1e-11);
    }
    const [, text] = readFileSync(path, 'utf8').split('<event>\n');
    const incoming = text
      .split('\n')
      .slice(1, 3)
      .map((line) => line.split(' ').map(Number));
    for (const k of [8, 9]) {
      const difference =
        incoming[0][k] + incoming[1][k] - particles.reduce((total, p) => total + p[k], 0);
      expect(Math.abs(difference)).toBeLessThan(1e-9);
    }
  });

  it('reads back with the same momenta and pTmiss', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    const batch = await recoiling();
    await write(path, batch, { topology, sample: '' });
    const again = await first(path, 'gluino-sbottom');
    for (const column of ['a1_px', 'b1_px', 'b2_pz', 'c1_py', 'ptmiss_x', 'ptmiss_y', 'weight']) {
      expect(again.columns[column], column).toEqual(batch.columns[column]);
    }
  });

  it('is what the rounding of a file is not', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    // The sample has ten digits: its transverse momenta add up to some 1e-7 GeV.
    await write(path, await first(gluino, 'gluino-sbottom'), { topology, sample: '' });
    expect(readFileSync(path, 'utf8')).not.toMatch(/^13 1 /m);
  });
});

describe('an event with smeared particles', () => {
  it('is written with their true momenta', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    const topology = TOPOLOGIES['ttbar-dilepton'];
    const truth = await first(ttbar, 'ttbar-dilepton');
    const scaled = (name: string) => truth.columns[name].map((value) => 1.25 * value);
    const columns: Record<string, EventBatch['columns'][string]> = { ...truth.columns };
    for (const name of ['a1', 'a2'].flatMap(momentumColumns)) {
      columns[`true_${name}`] = truth.columns[name];
      columns[name] = scaled(name);
    }
    columns.ptmiss_x = scaled('ptmiss_x');
    await write(path, { length: truth.length, columns }, { topology, sample: '' });
    const again = await first(path, 'ttbar-dilepton');
    for (const name of ['a1_px', 'a2_pz', 'b1_px', 'ptmiss_x']) {
      expect(again.columns[name], name).toEqual(truth.columns[name]);
    }
  });
});

describe('the <init> of a file that we write', () => {
  const topology = TOPOLOGIES['gluino-sbottom'];
  const crossSection = { value: 830.25, error: 0.125 };

  async function initLines(weight: number): Promise<string[]> {
    const path = join(temporaryFolder(), 'events.lhe');
    const { length, columns } = await first(gluino, 'gluino-sbottom');
    const weighted = {
      ...columns,
      weight: columns.weight.map((_, i) => (i % 2 ? weight : -weight)),
    };
    const generators = ['Pythia 8.3 "x"', 'by <hand>'];
    const metadata = { topology, sample: 'toy', crossSection, generators };
    await write(path, { length, columns: weighted }, metadata);
    const { generators: read } = await readLheInit(path);
    expect(read).toEqual(['Pythia 8.3 x', 'by hand']);
    return readFileSync(path, 'utf8').split('\n').slice(2, 4);
  }

  // hep-ph/0109068: with strategy ±3 weights are ±1 and the cross-section is XSECUP; with ±4 it is their mean.
  it('leaves the cross-section to XSECUP if the weights are ±1', async () => {
    expect(await initLines(1)).toEqual(['2212 2212 6500 6500 0 0 0 0 -3 1', '830.25 0.125 1 1']);
  });

  it('leaves it to the mean of other weights', async () => {
    expect(await initLines(830.25)).toEqual([
      '2212 2212 6500 6500 0 0 0 0 -4 1',
      '830.25 0.125 830.25 1',
    ]);
  });
});

describe('createLheWriter', () => {
  const options = { topology: TOPOLOGIES['gluino-sbottom'], sample: '' };

  it('has no place for a pTmiss that is not the sum of the invisible momenta', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    const { length, columns } = await first(gluino, 'gluino-sbottom');
    const ptmiss_y = Float64Array.from(columns.ptmiss_y, (y, i) => (i === 5 ? y + 1 : y));
    const writer = await createLheWriter(path, options);
    expect(await sentenceOf(writer.write({ length, columns: { ...columns, ptmiss_y } }))).toMatch(
      /^InputError: .*: ptmiss_y is .* GeV where the invisible momenta add up to .*; write Arrow, Parquet or CSV instead\.$/
    );
    await writer.abort();
  });

  it('needs the invisible momenta', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    const { length, columns } = await first(gluino, 'gluino-sbottom');
    const fewer = { ...columns };
    delete fewer.c1_E;
    const writer = await createLheWriter(path, options);
    expect(await sentenceOf(writer.write({ length, columns: fewer }))).toContain(
      'InputError: Column c1_E is missing'
    );
    await writer.abort();
  });

  // /dev/full of Linux takes no byte and reports a full disk; /proc tells what is open.
  it.runIf(existsSync('/dev/full'))('closes the file if its last line is refused', async () => {
    const empty = join(temporaryFolder(), 'empty.lhe');
    await (await createLheWriter(empty, options)).close();
    // Text goes to the disk by the mebibyte; the last line of this file makes it full.
    const sample = 'x'.repeat(2 ** 20 - statSync(empty).size);
    const writer = await createLheWriter('/dev/full', { ...options, sample });
    expect(openFiles()).toContain('/dev/full');
    expect(await sentenceOf(writer.close())).toMatch(/^InputError: \/dev\/full .*\.$/);
    expect(openFiles()).not.toContain('/dev/full');
  });
});

/** The targets of this process's open files. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return []; // The one that lists the folder is closed already.
    }
  });
}
