import { join } from 'node:path';
import { convertEvents, openEvents } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../../test/support/samples.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { measure, type Measured } from '../../src/measure.ts';
import { compareShapes } from '../../src/statistics/compare-shapes.ts';
import { readReference, type Reference } from '../../src/reference.ts';
import { referencePath } from '../support.ts';

async function measureSample(sample: string, reference: Reference): Promise<Measured> {
  const path = join(temporaryFolder(), 'events.arrow');
  await convertEvents(sampleFile(sample), path);
  const file = await openEvents(path);
  try {
    return await measure(file, reference.observables, () => undefined);
  } finally {
    await file.close();
  }
}

describe.each([
  ['t t̄', TOP_SAMPLE, 'sample-ttbar', 'pythia-ttbar'],
  ['gluinos', GLUINO_SAMPLE, 'sample-gluino', 'pythia-gluino'],
])('the committed sample of %s', (_, sample, samplePart, whole) => {
  it('has the histograms that histograms.py finds with a reader and boosts of its own', async () => {
    const reference = await readReference(referencePath(samplePart));
    const { events, measurements } = await measureSample(sample, reference);
    expect(events).toBe(reference.events);
    reference.observables.forEach(({ name, ...expected }, k) => {
      const { histogram, mean } = measurements[k];
      const misplaced = expected.sumOfWeights.map((n, i) => Math.abs(n - histogram.sums[i]));
      // An event that lies on an edge to the last digit may fall on either side of it: at most one of 5 000.
      const moved = misplaced.reduce((sum, n) => sum + n, 0);
      expect(moved, name).toBeLessThanOrEqual(2);
      expect(histogram.nonFinite, name).toBe(0);
      // The files round their momenta to eleven digits, and the table its means to ten.
      const { mean: found, meanError } = mean.result();
      expect(found, name).not.toBeNull();
      expect(Math.abs(Number(found) - expected.mean), name).toBeLessThan(
        1e-9 * (1 + Math.abs(expected.mean))
      );
      expect(Number(meanError) / expected.meanError, name).toBeCloseTo(1, 6);
    });
  });

  it('agrees in every shape with the whole file, of which it is the first quarter', async () => {
    const reference = await readReference(referencePath(whole));
    const { measurements } = await measureSample(sample, reference);
    reference.observables.forEach(({ name, ...expected }, k) => {
      const whole = {
        ...expected,
        sums: expected.sumOfWeights,
        squares: expected.sumOfSquaredWeights,
      };
      const shapes = compareShapes(measurements[k].histogram, whole, 0);
      // A part is closer to the whole than an independent sample; 40 shapes, so 1e-4 is rare for those.
      expect(shapes?.pValue ?? 1, name).toBeGreaterThan(1e-4);
    });
  });
});
