import type { Collider } from './collision/collision.ts';
import { cubicTable } from './density/cubic-table.ts';
import { differential, PAIR } from './density/differential.ts';
import { total } from './density/total.ts';

/** Masses of A₁ and A₂ of one pair, GeV. */
export type PairMasses = readonly [m1: number, m2: number];

/** What fixes the density of a pair. */
export interface PairDensitySettings extends Collider {
  /** Least and largest pole mass M of A that is asked for, GeV. */
  readonly poleMasses: readonly [number, number];
  /**
   * Masses of A₁ and A₂ that stand for a resonance of pole mass M, smooth in M: σ(M) is the mean over
   * them. Both are M if omitted.
   */
  readonly offShell?: (poleMass: number) => readonly PairMasses[];
}

/** The density of pairs A₁A₂, normalised at every pole mass. */
export interface PairDensity {
  /**
   * Fills in `density` of a row of `PAIR`.
   *
   * @throws RangeError if the pole mass lies outside the range of the settings.
   */
  readonly evaluate: (row: Float64Array) => void;
  /**
   * σ(M), pb; without coupling in units of its own.
   *
   * @throws RangeError if the pole mass lies outside the range of the settings.
   */
  readonly crossSection: (poleMass: number) => number;
}

/** Steps in ln M: over a factor of ten they leave 1e-5 at most. */
const STEPS = 24;

/** Share of the lightest pair's mass down to which partons are tabulated. */
const LIGHTER = 0.9;

/**
 * The density of A₁A₂ pairs from proton collisions at leading order, that `pairProduction` draws from.
 *
 *     density = (1/σ(M)) dσ(√ŝ, y, cosθ; m₁, m₂, M)/d√ŝ dy dcosθ
 *
 * Its integral over √ŝ, y and cosθ, of either sign, is σ(m₁, m₂; M)/σ(M): 1 for m₁ = m₂ = M without
 * `offShell`, and 1 in the mean over the pairs of `offShell`. ln σ(M) is tabulated when made, 25 times
 * 1 ms and per pair of `offShell`; a call costs 0.15 µs, and 0.1 µs more
 * at another M than the last.
 *
 * @param settings Beams, process, partons, pole masses.
 * @throws RangeError if the range of pole masses is empty or beyond the beams, or if the coupling is no
 *  positive number at a scale of the process.
 * @see `productionWeight` for dσ
 */
export function pairDensity(settings: PairDensitySettings): PairDensity {
  checkRange(settings);
  const { beamEnergy, poleMasses, offShell = onShell } = settings;
  const least = Math.min(...offShell(poleMasses[0]).map(([m1, m2]) => m1 + m2));
  const evaluate = differential(settings, LIGHTER * least, poleMasses);
  const row = new Float64Array(PAIR.length);
  const mean = (logMass: number): number => {
    const pairs = offShell(Math.exp(logMass));
    const sum = pairs.reduce((before, [m1, m2]) => {
      row.set([m1, m2, Math.exp(logMass)], PAIR.m1);
      return before + total(evaluate, beamEnergy, row);
    }, 0);
    return Math.log(sum / pairs.length);
  };
  const crossSection = tabulated(mean, poleMasses);
  return { evaluate: normalised(evaluate, crossSection), crossSection };
}

function onShell(poleMass: number): readonly PairMasses[] {
  return [[poleMass, poleMass]];
}

function tabulated(
  mean: (logMass: number) => number,
  [low, high]: readonly [number, number]
): PairDensity['crossSection'] {
  const logs = [Math.log(low), Math.log(high)] as const;
  const logarithm = cubicTable(mean, logs, STEPS);
  return (poleMass) => {
    if (!(poleMass >= low && poleMass <= high)) {
      throw new RangeError(
        `pairDensity: the pole mass is ${poleMass} GeV, expected one from ${low} to ${high} GeV.`
      );
    }
    return Math.exp(logarithm(Math.log(poleMass)));
  };
}

function normalised(
  evaluate: PairDensity['evaluate'],
  crossSection: PairDensity['crossSection']
): PairDensity['evaluate'] {
  let [last, inverse] = [NaN, NaN];
  return (row) => {
    const poleMass = row[PAIR.poleMass];
    if (poleMass !== last) {
      inverse = 1 / crossSection(poleMass);
      last = poleMass;
    }
    evaluate(row);
    row[PAIR.density] *= inverse;
  };
}

function checkRange({ beamEnergy, poleMasses: [low, high] }: PairDensitySettings): void {
  if (!(low > 0 && low < high && 2 * high < beamEnergy)) {
    throw new RangeError(
      `pairDensity: the pole masses go from ${low} to ${high} GeV, expected a rising range above 0 and below half of the beams' ${beamEnergy} GeV.`
    );
  }
}
