import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { eventColumns, InputError } from '../../src/index.ts';
import type { SourceOptions } from '../../src/index.ts';
import { writeBatches } from '../../src/columns/write-batches.ts';
import type { EventSource } from '../../src/convert/source.ts';
import { openNpz } from '../../src/npz/source.ts';
import { openParquet } from '../../src/parquet/source.ts';
import { createParquetWriter } from '../../src/parquet/writer.ts';
import { openRoot } from '../../src/root/source.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { errorOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { someEvents } from '../support.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

type Opener = (path: string, options: SourceOptions) => Promise<EventSource>;

const ROOT_OPTIONS: SourceOptions = {
  columns: { a1: { E: 'lep_p4[0]', px: 'met', py: 'mc_weight', pz: 'channel' }, b1_E: 'jet_pt[0]' },
  maxUnmatched: 1,
};

/** A small file of each format, and how it is opened. */
const FORMATS: readonly (readonly [string, () => Promise<Buffer>, Opener])[] = [
  ['parquet', parquetBytes, openParquet],
  ['npz', () => fixtureBytes('npz/fixtures/original.npz'), openNpz],
  ['npz, packed', () => fixtureBytes('npz/fixtures/unknown-truth.npz'), crossedNpz],
  ['root', () => fixtureBytes('root/fixtures/zlib.root'), mappedRoot],
  ['root, not packed', () => fixtureBytes('root/fixtures/none.root'), mappedRoot],
];

describe.each(FORMATS)('a %s file', (_, bytes, open) => {
  it('that is cut off anywhere, is empty or of another format is refused in one sentence', async () => {
    quietConsole();
    const whole = await bytes();
    const path = join(temporaryFolder(), 'x');
    const lengths = Array.from({ length: 25 }, (_, k) => Math.floor((k * whole.length) / 25));
    for (const content of [
      ...lengths.map((n) => whole.subarray(0, n)),
      Buffer.from('a,b\n1,2\n'),
    ]) {
      writeFileSync(path, content);
      const error = await errorOf(readAll(open, path));
      expect(error).toBeInstanceOf(InputError);
      expect(error.message).toMatch(/^[^\n]*x\b[^\n]*\.$/);
    }
  });

  // Not every bit of a file is guarded by a checksum, so a changed file may be read.
  it('that is changed at random is read or refused in one sentence', async () => {
    quietConsole();
    const whole = await bytes();
    const path = join(temporaryFolder(), 'x');
    const random = lehmer(20_261_122);
    let refused = 0;
    for (let run = 0; run < 150; ++run) {
      const changed = Buffer.from(whole);
      for (let k = 0; k <= run % 3; ++k) {
        // Half of the changes hit the last 600 bytes, where most formats keep their tables.
        const span = random() < 0.5 ? changed.length : Math.min(600, changed.length);
        changed[changed.length - 1 - Math.floor(random() * span)] = Math.floor(random() * 256);
      }
      writeFileSync(path, changed);
      try {
        await readAll(open, path);
      } catch (error) {
        expect(error, `run ${run}`).toBeInstanceOf(InputError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(0);
  });
});

async function readAll(open: Opener, path: string): Promise<void> {
  const source = await open(path, {});
  try {
    await collect(source.batches);
  } finally {
    await source.close();
  }
}

async function parquetBytes(): Promise<Buffer> {
  const path = join(temporaryFolder(), 'x.parquet');
  const columns = eventColumns(true);
  await writeBatches(await createParquetWriter(path, { columns, sample: 'x' }), [
    someEvents(columns, 20),
  ]);
  return readFileSync(path);
}

function fixtureBytes(name: string): Promise<Buffer> {
  return Promise.resolve(readFileSync(fixture(name)));
}

function crossedNpz(path: string, options: SourceOptions): Promise<EventSource> {
  return openNpz(path, { ...options, pairing: 'crossed' });
}

function mappedRoot(path: string, options: SourceOptions): Promise<EventSource> {
  return openRoot(path, { ...options, ...ROOT_OPTIONS });
}

/** jsroot prints what it finds wrong. */
function quietConsole(): void {
  for (const method of ['error', 'warn', 'log'] as const) {
    vi.spyOn(console, method).mockImplementation(() => undefined);
  }
}

/** The minimal standard generator of Park and Miller. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
