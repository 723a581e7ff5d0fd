import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  createLheWriter,
  eventColumns,
  findTopology,
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
      generators: ['deelema a toy sample'],
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
