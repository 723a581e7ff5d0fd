import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertEvents, describeEvents, openSource } from '../../src/index.ts';
import type { EventBatch, EventMetadata } from '../../src/index.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../../test/support/samples.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';

const ENDINGS = ['.arrow', '.feather', '.arrows', '.parquet', '.csv', '.csv.gz', '.lhe', '.lhe.gz'];
const SAMPLES = { 'ttbar-dilepton': TOP_SAMPLE, 'gluino-sbottom': GLUINO_SAMPLE } as const;
const LIMIT = 400;

interface Content {
  readonly batch: EventBatch;
  readonly metadata: EventMetadata;
}

async function read(path: string, limit?: number): Promise<Content> {
  const source = await openSource(path, { limit });
  const batches: EventBatch[] = [];
  for await (const batch of source.batches) batches.push(batch);
  await source.close();
  expect(batches).toHaveLength(1);
  return { batch: batches[0], metadata: source.metadata };
}

/** Largest difference of two columns, relative. */
function worst(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return Math.max(...Array.from(x, (v, i) => Math.abs(v - y[i]) / Math.abs(v || 1)));
}

// The first events of both tracked samples go through every pair of formats, LHE → X → Y → LHE.
describe.each(Object.entries(SAMPLES))('%s', (name, sample) => {
  const topology = name as keyof typeof SAMPLES;
  const pairs = ENDINGS.flatMap((one) => ENDINGS.map((other) => [one, other] as const));

  it.each(pairs)('comes back from %s and %s', async (one, other) => {
    const folder = temporaryFolder();
    const from = sampleFile(sample);
    const paths = [`a${one}`, `b${other}`, 'c.lhe'].map((file) => join(folder, file));
    await convertEvents(from, paths[0], { limit: LIMIT });
    await convertEvents(paths[0], paths[1], { topology });
    await convertEvents(paths[1], paths[2], { topology });
    const [before, after] = [await read(from, LIMIT), await read(paths[2])];
    expect(after.batch.length).toBe(LIMIT);
    for (const [column, values] of Object.entries(before.batch.columns)) {
      // Every bit is kept, but in LHE energies go through the mass and back: some units in the last place.
      const tolerance = column.endsWith('_E') ? 1e-14 : 0;
      expect(worst(values, after.batch.columns[column]), column).toBeLessThanOrEqual(tolerance);
    }
    const lossless = ![one, other].some((ending) => ending.startsWith('.csv'));
    const { crossSection, beamEnergies } = before.metadata;
    if (lossless)
      expect(after.metadata).toMatchObject({ crossSection, beamEnergies, topology: {} });
    else expect(after.metadata.crossSection).toBeUndefined();
  });

  it.each(ENDINGS)('has the same masses in %s', async (ending) => {
    const from = sampleFile(sample);
    const path = join(temporaryFolder(), `events${ending}`);
    await convertEvents(from, path, { limit: LIMIT });
    const [before, after] = [
      await describeEvents(from, { limit: LIMIT }),
      await describeEvents(path),
    ];
    expect(after.events).toBe(LIMIT);
    for (const [mass, value] of Object.entries(before.massMedians)) {
      // Light particles: the mass is the root of a difference of squares of some 100 GeV, good to 1e-6 GeV · 100.
      expect(Math.abs(after.massMedians[mass] - value), mass).toBeLessThan(2e-5);
    }
    expect(after.sumOfWeights).toBe(before.sumOfWeights);
  });
});
