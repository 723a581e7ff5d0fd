import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { pseudoExperiments, pullsOf } from '../../src/deelema/experiments.ts';
import type { Laboratory, Measurement } from '../../src/deelema/measure-sample.ts';
import type { PhaseContext } from '../../src/deelema/phase.ts';
import { conjectureOf } from '../../src/deelema/settings.ts';
import { densityConfig } from '../support.ts';

const TRUTH = [1000, 800];
/** Masses as a measurement has them, all with this error. */
const measured = (masses: readonly number[], error: number | null = 1) =>
  Object.fromEntries(
    masses.map((value, i) => ['AB'[i], { value, error }])
  ) as Measurement['masses'];

/** Of `values` of A with errors of 2 GeV, and B at its truth ± 1; the experiments are kept from an earlier run. */
async function experiments(values: readonly number[], without: readonly number[] = []) {
  const config = densityConfig({ experiments: values.length });
  const laboratory = { config, conjecture: conjectureOf(config), unit: 200 } as Laboratory;
  const logs: string[] = [];
  const context = {
    sample: { length: 5000 },
    progress: { log: (line: string) => logs.push(line) },
  } as unknown as PhaseContext;
  const names: string[] = [];
  const mass = (value: number, error: number | null) => ({ value, error });
  const keep = (name: string): Promise<Measurement> => {
    const k = names.push(name) - 1;
    const error = without.includes(k) ? null : 2;
    const masses = { A: mass(values[k], error), B: mass(TRUTH[1] + (-1) ** k, 1) };
    return Promise.resolve({ masses } as unknown as Measurement);
  };
  const result = await pseudoExperiments(measured(TRUTH), laboratory, context, keep);
  return { ...result, names, logs };
}

describe('pseudoExperiments', () => {
  it('gives the pulls of each mass: (measured − true)/error', async () => {
    const { experiments: found, names, logs } = await experiments([1002, 996, 1000]);
    expect(names).toEqual(['experiment-1', 'experiment-2', 'experiment-3']);
    expect(logs[1]).toBe('experiment 2 of 3: 996.00 ± 2.00, 799.00 ± 1.00 GeV');
    expect(found).toMatchObject({ events: 5000, failed: 0, warnings: [] });
    expect(found!.pulls.A.values).toEqual([1, -2, 0]);
    expect(found!.pulls.B.values).toEqual([1, -1, 1]);
  });

  it('counts those without an error, and leaves them out', async () => {
    const { experiments: found } = await experiments([1002, 996, 1000], [1]);
    expect(found).toMatchObject({ failed: 1 });
    expect(found!.pulls.A.values).toEqual([1, 0]);
  });

  it('is silent if none are asked for', async () => {
    expect(await experiments([])).toEqual({ names: [], logs: [] });
  });

  it.each([
    // Two of 7000 GeV each are more than beams of 13 TeV make.
    ['no events can be simulated at the masses', measured([7000, 800]), /.*[^.]/],
    ['the masses have no errors', measured(TRUTH, null), /the events do not fix the masses/],
  ])('says so where %s', async (_what, masses, why) => {
    const config = densityConfig({ experiments: 2 });
    const laboratory = { config, conjecture: conjectureOf(config), unit: 200 } as Laboratory;
    const context = { sample: { length: 5000 } } as PhaseContext;
    const compute = (_: string, measure: () => Promise<Measurement>) => measure();
    const found = await pseudoExperiments(masses, laboratory, context, compute);
    expect(found.experiments).toMatchObject({ events: 5000, failed: 0, pulls: {} });
    expect(found.experiments!.warnings).toEqual([
      expect.stringMatching(new RegExp(`^There are no pseudo-experiments: ${why.source}\\.$`)),
    ]);
  });

  it('warns of errors that are too small, and of a bias', async () => {
    const { normal } = stream(1, 'test', 'pulls');
    const wide = Array.from({ length: 30 }, () => 1000 + 2 * 2.5 * normal());
    const { experiments: scattered } = await experiments(wide);
    expect(scattered!.warnings).toEqual([
      expect.stringMatching(
        /^In pseudo-experiments m_A scatters by 2\.\d of its errors: they are too small\.$/
      ),
    ]);
    const off = Array.from({ length: 30 }, () => 1002 + 2 * normal());
    const { experiments: biased } = await experiments(off);
    expect(biased!.warnings).toEqual([
      expect.stringMatching(
        /^In pseudo-experiments m_A is off by \d\.\d of its errors on average\.$/
      ),
    ]);
  });
});

describe('pullsOf', () => {
  it('gives mean and width with the errors of a normal sample: closed form', () => {
    // Mean 1, sum of squares around it 2: width √(2/2), errors 1/√3 and 1/√4.
    const { mean, meanError, width, widthError } = pullsOf([0, 1, 2]);
    expect([mean, width]).toEqual([1, 1]);
    expect(meanError).toBeCloseTo(1 / Math.sqrt(3), 14);
    expect(widthError).toBe(0.5);
  });

  it.each([[[]], [[3]]])('knows neither from %j', (values) =>
    expect(pullsOf(values)).toEqual({
      ...{ mean: null, meanError: null, width: null, widthError: null },
      values,
    })
  );
});
