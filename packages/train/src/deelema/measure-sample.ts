import { massNames } from '@deelema/deelema';
import type { DensityModelSettings } from '@deelema/deelema';
import type { Training } from '@deelema/records';
import type { DeelemaConfig } from '../config-type.ts';
import type { Snapshot } from '../learning/snapshot.ts';
import { calibrate } from './calibrate.ts';
import { FOLDS, heldOutDensities } from './held-out.ts';
import { fitMasses } from './measure.ts';
import { measurementOf } from './measurement.ts';
import type { Phase, PhaseContext } from './phase.ts';
import { beginning, measuringPhase } from './phases.ts';
import type { Conjecture } from './settings.ts';

export type Measurement = NonNullable<Training['measurement']>;

/** What measurements of one conjecture share. */
export interface Laboratory {
  readonly config: DeelemaConfig;
  readonly conjecture: Conjecture;
  /** GeV per unit of the rows. */
  readonly unit: number;
  /** Settings of the model for a mass M₀ of the pair's density, GeV. */
  readonly settingsAt: (reference: number) => DensityModelSettings;
  /** Trains one phase, from where an earlier run left it. */
  readonly run: (phase: Phase, start: Snapshot, context: PhaseContext) => Promise<Snapshot>;
}

/** The two measuring networks of a sample, and the settings they measure with. */
export interface MeasuringNetworks {
  readonly trained: readonly Snapshot[];
  /** Mean of their auxiliary masses, GeV. */
  readonly means: readonly number[];
  readonly settings: DensityModelSettings;
}

/** First guess of M₀ of the pair density: m_C and so many units. */
const GUESSED_GAP = 2;

/**
 * Trains the measuring networks of a sample, each on the events that it does not measure.
 *
 * @param laboratory Settings.
 * @param context The events, their seed, whom to tell.
 */
export async function trainNetworks(
  { config, conjecture, unit, settingsAt, run }: Laboratory,
  context: PhaseContext
): Promise<MeasuringNetworks> {
  const first = Math.max(...conjecture.mC) + GUESSED_GAP * unit;
  const trained: Snapshot[] = [];
  for (let fold = 0; fold < FOLDS; ++fold) {
    const phase = measuringPhase(fold, config, context.sample, settingsAt);
    const start = beginning(phase.name, context.seed, settingsAt(first), first);
    trained.push(await run(phase, start, context));
  }
  const means = meanMasses(trained, conjecture);
  return { trained, means, settings: settingsAt(means[0]) };
}

/**
 * Measures the masses of a sample: at the highest likelihood of held-out events, corrected by simulated ones.
 *
 * @param networks Trained on the sample.
 * @param laboratory Settings.
 * @param context The events, their seed, whom to tell.
 * @throws InputError if the settings do not fit the events.
 */
export async function measureSample(
  { trained, means, settings }: MeasuringNetworks,
  { config, conjecture, unit }: Laboratory,
  context: PhaseContext
): Promise<Measurement> {
  const { sample, seed, progress } = context;
  const networks = heldOutDensities(trained, settings, context);
  try {
    progress.start('evaluations');
    const options = { start: means, unit, conjecture, seed };
    const fit = await fitMasses(networks, sample, 'measurement', options);
    progress.log(`measured ${fit.masses.map((mass) => mass.toFixed(2)).join(' / ')} GeV`);
    const calibration = await calibrate(fit, networks, config, conjecture, unit, context);
    return measurementOf(fit, calibration, trained, conjecture, sample.length);
  } finally {
    networks.dispose();
  }
}

/** Mean of the masses of trainings, GeV. */
function meanMasses(trained: readonly Snapshot[], { topology }: Conjecture): number[] {
  return massNames(topology).map((name) => {
    const values = trained.map(({ history }) => history.at(-1)!.masses[name]);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}
