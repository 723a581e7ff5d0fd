import { massNames } from '@deelema/deelema';
import { measureSample, trainNetworks } from './measure-sample.ts';
import type { Laboratory, Measurement } from './measure-sample.ts';
import type { PhaseContext } from './phase.ts';
import { simulate } from './simulate.ts';

/** Between the seeds of pseudo-experiments. */
const SEED_STEP = 104_729;
/** Deviation of the mean or the width of pulls, in their errors, that is worth a word. */
const NOTEWORTHY = 3;

type Experiments = NonNullable<Measurement['experiments']>;
type Pulls = Experiments['pulls'][string];
/** Computes a measurement of that name, or takes an earlier run's. */
type Keep = (name: string, compute: () => Promise<Measurement>) => Promise<Measurement>;

/**
 * Repeats a measurement on samples simulated at the measured masses, each with networks, calibration and random numbers
 * of its own.
 *
 *     pull = (measured − simulated mass) / quoted error
 *
 * with mean 0 and width 1 if the errors are right.
 *
 * @param measured The masses at which samples are simulated, GeV, with their errors.
 * @param laboratory Settings; `config.experiments` says how many.
 * @param context The measured events: simulated samples have as many.
 * @param keep Computes a measurement, or takes an earlier run's.
 * @returns What is added to the measurement: nothing if no pseudo-experiments are asked for, a warning if no events can
 *  be simulated at these masses, or the events do not fix them.
 */
export async function pseudoExperiments(
  measured: Measurement['masses'],
  laboratory: Laboratory,
  { sample: { length: events }, ...context }: PhaseContext,
  keep: Keep
): Promise<{ experiments?: Experiments }> {
  const { config, conjecture } = laboratory;
  if (config.experiments === 0) return {};
  const names = massNames(conjecture.topology);
  const masses = names.map((name) => measured[name].value);
  try {
    if (names.some((name) => measured[name].error === null)) {
      throw new RangeError('the events do not fix the masses');
    }
    const found = await repeated(masses, laboratory, { ...context, events }, keep);
    return { experiments: summary(found, names, masses, events) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const warning = `There are no pseudo-experiments: ${error.message.replace(/\.$/, '')}.`;
    return { experiments: { events, failed: 0, pulls: {}, warnings: [warning] } };
  }
}

async function repeated(
  masses: readonly number[],
  laboratory: Laboratory,
  { events, ...context }: Omit<PhaseContext, 'sample'> & { readonly events: number },
  keep: Keep
): Promise<Measurement[]> {
  const { config, conjecture, unit } = laboratory;
  const count = config.experiments;
  const found: Measurement[] = [];
  for (let k = 1; k <= count; ++k) {
    const name = `experiment ${k}`;
    const measurement = await keep(name.replace(' ', '-'), () => {
      const sample = simulate(config, conjecture, masses, { index: k, unit, events });
      const seed = config.seed + k * SEED_STEP;
      return experiment(
        name,
        { ...laboratory, config: { ...config, seed } },
        { ...context, sample, seed }
      );
    });
    found.push(measurement);
    const shown = Object.values(measurement.masses).map(({ value, error }) =>
      error === null ? value.toFixed(2) : `${value.toFixed(2)} ± ${error.toFixed(2)}`
    );
    context.progress.log(`${name} of ${count}: ${shown.join(', ')} GeV`);
  }
  return found;
}

async function experiment(
  name: string,
  laboratory: Laboratory,
  context: PhaseContext
): Promise<Measurement> {
  const own: Laboratory = {
    ...laboratory,
    run: (phase, ...rest) => laboratory.run({ ...phase, name: `${name} ${phase.name}` }, ...rest),
  };
  return measureSample(await trainNetworks(own, context), own, context);
}

function summary(
  found: readonly Measurement[],
  names: readonly string[],
  truth: readonly number[],
  events: number
): Experiments {
  const pulls = names.map((name, i) => {
    const values = found.flatMap(({ masses: { [name]: mass } }) =>
      mass.error === null ? [] : [(mass.value - truth[i]) / mass.error]
    );
    return [name, pullsOf(values)] as const;
  });
  return {
    events,
    failed: found.filter(({ masses }) => names.some((name) => masses[name].error === null)).length,
    pulls: Object.fromEntries(pulls),
    warnings: pulls.flatMap(([name, of]) => noteworthy(name, of)),
  };
}

/**
 * Mean and width of pulls, with the errors of a normal sample: width/√n, width/√(2(n − 1)).
 *
 * @param values n pulls; two at least, or neither is known.
 */
export function pullsOf(values: readonly number[]): Pulls {
  const n = values.length;
  if (n < 2)
    return { mean: null, meanError: null, width: null, widthError: null, values: [...values] };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const width = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  return {
    ...{ mean, meanError: width / Math.sqrt(n) },
    ...{ width, widthError: width / Math.sqrt(2 * (n - 1)) },
    values: [...values],
  };
}

function noteworthy(name: string, { mean, meanError, width, widthError }: Pulls): string[] {
  const sentences: string[] = [];
  if (mean !== null && Math.abs(mean) > NOTEWORTHY * meanError!) {
    sentences.push(
      `In pseudo-experiments m_${name} is off by ${mean.toFixed(1)} of its errors on average.`
    );
  }
  if (width !== null && width - NOTEWORTHY * widthError! > 1) {
    sentences.push(
      `In pseudo-experiments m_${name} scatters by ${width.toFixed(1)} of its errors: they are too small.`
    );
  }
  return sentences;
}
