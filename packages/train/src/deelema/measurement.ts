import { gapsOfMasses, massNames } from '@deelema/deelema';
import type { Training } from '@deelema/records';
import type { Snapshot } from '../learning/snapshot.ts';
import type { Calibration } from './calibrate.ts';
import { correlationOf, named, spread } from './measure.ts';
import type { FittedMasses } from './measure.ts';
import type { Conjecture } from './settings.ts';

type Measurement = NonNullable<Training['measurement']>;

/** Fewer events than these say little about the networks' own errors. */
const FEW_EVENTS = 2000;
/** Resolution in units of the gap beyond which a mass is hardly resolved. */
const POOR = 0.5;
/** Disagreement of the folds, in errors, that is worth a word. */
const DISAGREEMENT = 3;

/**
 * The masses with their errors.
 *
 *     error² = statistical² + calibration² + network²
 *
 * and no error where the bias was to be found and was not.
 * statistical: over resamples of the events; calibration: over resamples of the simulated ones;
 * network: by how much more the two folds differ than these two explain.
 *
 * @param fit Of the measured events.
 * @param calibration What simulated events say.
 * @param trained The measuring networks.
 * @param conjecture Topology.
 * @param events Number of measured events.
 */
export function measurementOf(
  fit: FittedMasses,
  calibration: Calibration,
  trained: readonly Snapshot[],
  conjecture: Conjecture,
  events: number
): Measurement {
  const names = massNames(conjecture.topology);
  const statistical = spread(calibration.fit);
  const simulated = calibration.simulated && spread(calibration.simulated);
  const [one, two] = calibration.fit.folds;
  const masses = names.map((_, i) => {
    const parts = { statistical: statistical[i], calibration: simulated?.[i] ?? 0 };
    const network = beyond((one[i] - two[i]) / 2, parts);
    const known = !calibration.failed && parts.statistical !== null && network !== null;
    const error = known ? Math.hypot(parts.statistical!, parts.calibration, network) : null;
    const uncorrected = simulated === undefined ? null : fit.masses[i];
    const shown = calibration.failed ? { ...parts, calibration: null } : parts;
    return { value: calibration.fit.masses[i], error, ...shown, network, uncorrected };
  });
  const resolutions = averageResolutions(trained);
  return {
    masses: Object.fromEntries(names.map((name, i) => [name, masses[i]])),
    correlation: correlationOf(calibration.fit),
    resolutions,
    events,
    simulatedEvents: calibration.events,
    folds: fit.folds.map((fold) => named(conjecture, fold)),
    warnings: [
      ...calibration.warnings,
      ...warningsOf(fit, names, masses, resolutions, conjecture, events),
      ...disagreements(names, masses, one, two),
    ],
  };
}

function beyond(
  half: number,
  { statistical, calibration }: { statistical: number | null; calibration: number }
): number | null {
  if (statistical === null) return null;
  return Math.sqrt(Math.max(0, half ** 2 - statistical ** 2 - calibration ** 2));
}

/** τ of the networks, GeV, geometric mean. */
function averageResolutions(trained: readonly Snapshot[]): Record<string, number> {
  const last = trained.map(({ history }) => history.at(-1)!.resolutions!);
  return Object.fromEntries(
    Object.keys(last[0]).map((name) => {
      const logs = last.map((resolutions) => Math.log(resolutions[name]));
      return [name, Math.exp(logs.reduce((sum, value) => sum + value, 0) / logs.length)];
    })
  );
}

function warningsOf(
  fit: FittedMasses,
  names: readonly string[],
  masses: readonly { value: number }[],
  resolutions: Readonly<Record<string, number>>,
  { topology, mC }: Conjecture,
  events: number
): string[] {
  const warnings: string[] = [];
  const values = masses.map(({ value }) => value);
  const gaps = gapsOfMasses(topology, values, mC);
  if (!fit.converged) {
    warnings.push(
      'The likelihood has no clear maximum: these events do not fix the masses under this conjecture.'
    );
  }
  if (events < FEW_EVENTS) {
    warnings.push(
      `${events} events are few: the networks' own errors are not known from two of them, and from fewer than ${FEW_EVENTS} events they may be larger than quoted.`
    );
  }
  names.forEach((name, i) => {
    const share = resolutions[name] / Math.exp(gaps[i]);
    if (share > POOR) {
      const percent = Math.round(100 * share);
      warnings.push(
        `m_${name} is hardly resolved: single events scatter by ${percent} % of its gap to the next mass.`
      );
    }
  });
  return warnings;
}

function disagreements(
  names: readonly string[],
  masses: readonly { statistical: number | null }[],
  one: readonly number[],
  two: readonly number[]
): string[] {
  return names.flatMap((name, i) => {
    const { statistical } = masses[i];
    const half = Math.abs(one[i] - two[i]) / 2;
    if (statistical === null || half < DISAGREEMENT * statistical) return [];
    return [
      `The two halves of the events disagree about m_${name}: ${one[i].toFixed(2)} and ${two[i].toFixed(2)} GeV.`,
    ];
  });
}
