import type { DeelemaConfig } from '../config-type.ts';
import type { HeldOut } from './held-out.ts';
import { approach, correct } from './correction.ts';
import type { Simulation } from './correction.ts';
import { fitMasses } from './measure.ts';
import type { FittedMasses } from './measure.ts';
import type { PhaseContext } from './phase.ts';
import type { Conjecture } from './settings.ts';
import { simulate } from './simulate.ts';

/** What simulated events say about a measurement. */
export interface Calibration {
  /** The measurement without its bias; as it was where nothing was simulated. */
  readonly fit: FittedMasses;
  /** Whether the bias was asked for and could not be found: then nobody knows how far the masses are off. */
  readonly failed: boolean;
  /** The simulated events on the same scale: how far their number leaves the bias open. */
  readonly simulated: FittedMasses | undefined;
  /** Simulated events of each sample. */
  readonly events: number;
  /** Why it may not be trusted. */
  readonly warnings: readonly string[];
}

/**
 * Corrects a measurement by what the same networks measure in simulated events.
 *
 * The resolutions τ with which networks describe events are not those of the events, which moves the
 * maximum; by as much in events simulated in its neighbourhood. Nor do the networks follow a change of the masses to
 * the full: resamples and folds go through the same correction as the masses, so that their spread is that of the
 * masses.
 *
 * @param fit m̂ of the measured events.
 * @param networks That measured them.
 * @param config Number of rounds and of events.
 * @param conjecture How events are simulated.
 * @param unit GeV per unit of the rows.
 * @param context Whom to tell.
 */
export async function calibrate(
  fit: FittedMasses,
  networks: HeldOut,
  config: DeelemaConfig,
  conjecture: Conjecture,
  unit: number,
  context: PhaseContext
): Promise<Calibration> {
  const { rounds, events: most } = config.simulation;
  const { progress, signal, sample } = context;
  const unchanged = { fit, simulated: undefined, events: 0 };
  if (rounds === 0) return { ...unchanged, failed: false, warnings: [] };
  const events = Math.max(1000, Math.min(sample.length, most));
  const simulation: Simulation = (masses, start) => {
    signal.throwIfAborted();
    const simulated = simulate(config, conjecture, masses, { unit, events });
    return fitMasses(networks, simulated, 'simulation', {
      start,
      unit,
      conjecture,
      seed: config.seed,
    });
  };
  const log = (line: string): void => progress.log(line);
  try {
    if (!fit.converged) throw new RangeError('the likelihood has no clear maximum');
    const near = await approach(fit, rounds, simulation, conjecture, log);
    const corrected = await correct(fit, near, simulation, conjecture, log);
    return { ...corrected, events, failed: false, warnings: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const why = error.message.replace(/\.$/, '');
    const warning = `The masses were not corrected by simulated events: ${why}. They may be off by several percent, and have no errors.`;
    return { ...unchanged, failed: true, warnings: [warning] };
  }
}
