import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, eventColumns, momentumColumns, readLhe, TOPOLOGIES } from '../../src/index.ts';
import type { EventBatch } from '../../src/index.ts';
import { openNpz } from '../../src/npz/source.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../../test/support/samples.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { writeNpz } from './build-npz.ts';
import type { ArraySpec } from './build-npz.ts';

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const VISIBLE = ['a1', 'b1', 'a2', 'b2'];

describe('files written by NumPy', () => {
  it('in the original format have the momenta of the Les Houches file, the lepton of b1 being l2', async () => {
    const source = await openNpz(fixture('original.npz'), {});
    expect(source).toMatchObject({
      format: 'npz',
      ignored: [],
      metadata: {
        sample: 'original.npz (l2 with b1: 100.0 % of the first 40 events fit better so)',
      },
    });
    const [batch] = await collect(source.batches);
    const [expected] = await collect(readSample(TOP_SAMPLE, 40));
    expect(batch.length).toBe(40);
    for (const name of [...VISIBLE, 'c1', 'c2'].flatMap(momentumColumns)) {
      // NumPy took the energy from the same sum of squares in the same order.
      expect([name, batch.columns[name]]).toEqual([name, expected.columns[name]]);
    }
    expect(batch.columns.event).toEqual(Uint32Array.from({ length: 40 }, (_, i) => i));
    await source.close();
  });

  it('may be packed, of 32 bits, of the other byte order, and without the truth', async () => {
    const source = await openNpz(fixture('unknown-truth.npz'), { pairing: 'crossed' });
    expect(source.columnNames).toEqual(
      eventColumns(false).filter((name) => !name.startsWith('ptmiss'))
    );
    expect(source.metadata.sample).toBe('unknown-truth.npz (l2 with b1)');
    const [batch] = await collect(source.batches);
    const [expected] = await collect(readSample(TOP_SAMPLE, 40));
    expect(batch.columns.weight).toEqual(new Float64Array(40).fill(-1.5));
    for (const name of VISIBLE.flatMap(momentumColumns)) {
      expect([name, batch.columns[name]]).toEqual([name, expected.columns[name].map(Math.fround)]);
    }
    await source.close();
  });

  it('are taken with another pairing, unit and limit if so asked', async () => {
    const options = { pairing: 'straight', unit: 'MeV', limit: 3 } as const;
    const source = await openNpz(fixture('original.npz'), options);
    expect(source.metadata.sample).toBe('original.npz (l1 with b1)');
    const [batch] = await collect(source.batches);
    const [{ columns }] = await collect(readSample(TOP_SAMPLE, 3));
    expect(batch.columns.b1_px).toEqual((columns.b2_px as Float64Array).map((x) => x * 1e-3));
    await source.close();
  });
});

describe('arrays under the names of the roles', () => {
  it('need no pairing; ptmiss and weight are taken, other arrays passed over', async () => {
    const rows = BATCH_ROWS + 2;
    const path = writeNpz(join(temporaryFolder(), 'roles.npz'), {
      ...Object.fromEntries(VISIBLE.map((role, k) => [role, numbers(rows, 4, k)])),
      ptmiss: numbers(rows, 2, 10),
      weight: { ...numbers(rows, 1, 20), shape: [rows] },
      met: numbers(rows, 1, 0),
      c1: numbers(rows, 4, 0),
    });
    const source = await openNpz(path, {});
    expect(source.columnNames).toEqual(eventColumns(false));
    expect(source.ignored).toEqual(['met', 'c1']);
    const [first, second] = await collect(source.batches);
    expect([first.length, second.length]).toEqual([BATCH_ROWS, 2]);
    const { columns } = second;
    // Value of column j in row i of array k, as `numbers` makes it.
    const at = (k: number, width: number, j: number) => k + (BATCH_ROWS + 1) * width + j;
    expect(columns.a1_E[1]).toBe(at(0, 4, 0));
    expect(columns.b2_pz[1]).toBe(at(3, 4, 3));
    expect(columns.ptmiss_y[1]).toBe(at(10, 2, 1));
    expect(columns.weight[1]).toBe(at(20, 1, 0));
    await source.close();
  });
});

describe('the pairing', () => {
  it.each([
    [TOP_SAMPLE, true, 0.98],
    [TOP_SAMPLE, false, 0.7],
    [GLUINO_SAMPLE, true, 0.99],
    [GLUINO_SAMPLE, false, 0.6],
  ])('of %s is found out, truth known: %s', async (name, truth, leastShare) => {
    const folder = temporaryFolder();
    const [batch] = await collect(readSample(name, 5000));
    for (const [l1, l2, words] of [
      ['b1', 'b2', 'l1 with b1'],
      ['b2', 'b1', 'l2 with b1'],
    ]) {
      const arrays = { b1: 'a1', b2: 'a2', l1, l2, ...(truth ? { nu1: 'c1', nu2: 'c2' } : {}) };
      const specs = Object.entries(arrays).map(
        ([key, role]) => [key, momenta(batch, role)] as const
      );
      const path = writeNpz(join(folder, `${l1}.npz`), Object.fromEntries(specs));
      const source = await openNpz(path, {});
      const [, found, share] = /\((.*): ([\d.]+) %/.exec(source.metadata.sample) ?? [];
      expect(found).toBe(words);
      expect(Number(share) / 100).toBeGreaterThan(leastShare);
      const [read] = await collect(source.batches);
      expect(read.columns.b1_E).toEqual(batch.columns.b1_E);
      await source.close();
    }
  });
});

function readSample(name: string, limit: number) {
  const topology = name === TOP_SAMPLE ? 'ttbar-dilepton' : 'gluino-sbottom';
  return readLhe(sampleFile(name), { topology: TOPOLOGIES[topology], limit });
}

/** The numbers k, k + 1, k + 2 … row by row. */
function numbers(rows: number, width: number, k: number): ArraySpec {
  return { shape: [rows, width], values: Array.from({ length: rows * width }, (_, i) => k + i) };
}

function momenta({ length, columns }: EventBatch, role: string): ArraySpec {
  const names = momentumColumns(role);
  const values = Array.from({ length: 4 * length }, (_, i) => columns[names[i % 4]][i >> 2]);
  return { shape: [length, 4], values };
}
