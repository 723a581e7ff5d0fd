import { gapsOfMasses } from '@deelema/deelema';
import type { DeelemaConfig } from '../config-type.ts';
import type { HeldOut } from './held-out.ts';
import { fitMasses } from './measure.ts';
import type { FittedMasses } from './measure.ts';
import type { PhaseContext } from './phase.ts';
import type { Conjecture } from './settings.ts';
import { noSimulation, simulate } from './simulate.ts';

/** What simulated events say about a measurement. */
export interface Calibration {
  /** Masses without the bias, GeV. */
  readonly masses: readonly number[];
  /** Those of each fold. */
  readonly folds: readonly (readonly number[])[];
  /** The last simulation as the networks measure it; undefined without any. */
  readonly simulated: FittedMasses | undefined;
  /** Simulated events of each round. */
  readonly events: number;
  /** Why it may not be trusted. */
  readonly warnings: readonly string[];
}

/**
 * Corrects a measurement by what the same networks measure in simulated events.
 *
 *     m_0 = m̂,   m_{k+1} = m̂ − [fit(simulated at m_k) − m_k]
 *
 * The resolutions τ with which networks describe events are not those of the events, which moves the
 * maximum; by as much in events simulated in its neighbourhood.
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
  const unchanged = { masses: fit.masses, folds: fit.folds, simulated: undefined, events: 0 };
  if (rounds === 0) return { ...unchanged, warnings: [] };
  const why = noSimulation(config, conjecture);
  if (why !== undefined) return { ...unchanged, warnings: [uncorrected(why)] };
  const events = Math.max(1000, Math.min(context.sample.length, most));
  let masses = fit.masses;
  let folds = fit.folds;
  let simulated: FittedMasses | undefined;
  for (let round = 0; round < rounds; ++round) {
    context.signal.throwIfAborted();
    const name = `simulation ${round + 1}`;
    let sample;
    try {
      sample = simulate(config, conjecture, masses, { round, unit, events });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { ...unchanged, warnings: [uncorrected(error.message.replace(/\.$/, ''))] };
    }
    const start = simulated?.masses ?? fit.masses;
    simulated = await fitMasses(networks, sample, name, {
      start,
      unit,
      conjecture,
      seed: config.seed,
    });
    const truth = masses;
    const bias = simulated.masses.map((mass, i) => mass - truth[i]);
    const foldBias = simulated.folds.map((fold) => fold.map((mass, i) => mass - truth[i]));
    masses = fit.masses.map((mass, i) => mass - bias[i]);
    if (gapsOfMasses(conjecture.topology, masses, conjecture.mC).some(Number.isNaN)) {
      return {
        ...unchanged,
        warnings: [uncorrected('no decay would have room with the corrected ones')],
      };
    }
    folds = fit.folds.map((fold, f) => fold.map((mass, i) => mass - foldBias[f][i]));
    context.progress.log(
      `${name}: at ${list(truth)} GeV the networks find ${list(simulated.masses)}; corrected ${list(masses)}`
    );
  }
  const settled = simulated!.converged ? [] : ['The fit of the simulated events did not converge.'];
  return { masses, folds, simulated, events, warnings: settled };
}

function uncorrected(why: string): string {
  return `The masses were not corrected by simulated events: ${why}.`;
}

function list(masses: readonly number[]): string {
  return masses.map((mass) => mass.toFixed(2)).join(' / ');
}
