import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { OBSERVABLES } from '../src/observables/observables.ts';
import { readReference } from '../src/reference.ts';
import { referenceFile, referencePath } from './support.ts';

/** What is said of a file with this content. */
async function complaint(content: unknown): Promise<string> {
  const path = join(temporaryFolder(), 'reference.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const error = await readReference(path).then(
    () => undefined,
    (caught: unknown) => caught as Error & { exitCode: number }
  );
  expect(error).toMatchObject({ name: 'InputError', exitCode: 1 });
  return error?.message ?? '';
}

describe('the committed references', () => {
  it.each(['pythia-ttbar', 'madgraph-ttbar', 'pythia-gluino'])(
    '%s holds every observable, and all of its events',
    async (name) => {
      const reference = await readReference(referencePath(name));
      expect(reference.observables.map((each) => each.name).sort()).toEqual(
        Object.keys(OBSERVABLES).sort()
      );
      for (const { sumOfWeights, underflow, overflow, ...observable } of reference.observables) {
        const sum = sumOfWeights.reduce((total, w) => total + w, underflow + overflow);
        // MadGraph gives every event the cross-section as weight; sums are written with ten digits.
        const weight = name === 'madgraph-ttbar' ? reference.crossSection.value : 1;
        expect(sum / (weight * reference.events), observable.name).toBeCloseTo(1, 8);
      }
    }
  );
});

describe('a file that is no reference is refused in one sentence', () => {
  const good = referenceFile('pythia-gluino');

  it('that is not there', async () => {
    const failed = readReference(join(temporaryFolder(), 'gone.json'));
    await expect(failed).rejects.toThrow(
      /gone\.json cannot be read: expected a file of reference histograms; mend compare\.reference\.$/
    );
  });

  it('that is no JSON', async () => {
    expect(await complaint('not JSON')).toContain('is no JSON');
  });

  it('of another version', async () => {
    expect(await complaint({ ...good, schemaVersion: 2 })).toContain(
      'its schemaVersion is 2, expected 1'
    );
    expect(await complaint([])).toContain('its schemaVersion is undefined, expected 1');
  });

  it('with an observable that is not known here', async () => {
    const [first, ...others] = good.observables;
    const message = await complaint({
      ...good,
      observables: [{ ...first, name: 'm_top' }, ...others],
    });
    expect(message).toContain('observable m_top in "GeV", expected one of m_A1, m_A2');
  });

  it('with an observable in another unit', async () => {
    const [first] = good.observables;
    const observables = [{ ...first, unit: 'degree' }];
    expect(await complaint({ ...good, observables })).toContain(
      'observable m_A1 in "degree", expected the unit "GeV"'
    );
  });

  it('with bins that do not fit together', async () => {
    const [first] = good.observables;
    const short = { ...first, edges: first.edges.slice(1) };
    expect(await complaint({ ...good, observables: [short] })).toContain(
      'sums: expected one less than edges'
    );
    const falling = { ...first, edges: [...first.edges].reverse() };
    expect(await complaint({ ...good, observables: [falling] })).toContain(
      'edges: expected rising numbers'
    );
  });
});
