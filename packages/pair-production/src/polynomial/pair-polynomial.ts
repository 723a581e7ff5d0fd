import type { Collider } from '../collision/collision.ts';
import { pairDensity } from '../pair-density.ts';
import { densityPoints } from './density-points.ts';
import { eventBox } from './event-box.ts';
import { fitError } from './fit-error.ts';
import { fitPolynomial, type PolynomialTerm } from './fit-polynomial.ts';

/** A polynomial that stands for the density of pairs. */
export interface PairPolynomial {
  /** M₀, GeV. */
  readonly reference: number;
  readonly terms: readonly PolynomialTerm[];
  /** Least and largest u = ln(√ŝ/2M) fitted; callers clamp to it. */
  readonly uRange: readonly [number, number];
  /** Largest y² fitted; callers clamp to it. */
  readonly ySquaredMost: number;
  /** Least and largest pole mass M fitted, GeV. */
  readonly masses: readonly [number, number];
  /** Root mean square error of the logarithm, over the 99 % of events where the density is largest. */
  readonly rms: number;
}

/** What fixes the polynomial. */
export interface PairPolynomialSettings extends Collider {
  /** M₀: about the pole mass that is looked for, GeV. */
  readonly reference: number;
}

/** Pole masses fitted, by M₀; by the beams' energy at most. */
const LIGHTEST = 0.45;
const HEAVIEST = 1.5;
const OF_BEAMS = 0.45;

/**
 * A polynomial that stands for the density of narrow pairs, smooth in all it depends on.
 *
 *     ln[density/(β√ŝ)] ≈ Σ coefficient uⁱ (y²/4)ʲ (cos²θ)ᵏ (ln M/M₀)ˡ,   u = ln(√ŝ/2M)
 *
 * Least squares with each event alike, on a fixed grid; of the terms of degree 6 those that help most.
 * Within 3 % for masses far below the beams' energy; 10 % where the beams cannot make much heavier
 * pairs. In the rare corners, and beyond the beams, it is small rather than right. Cost: half a second.
 *
 * @param settings Beams, process, partons, coupling, M₀.
 * @throws RangeError if M₀ is no positive number that the beams can make pairs of, or as `pairDensity`.
 * @see `pairDensity` for the density, normalised at every M
 */
export function pairPolynomial(settings: PairPolynomialSettings): PairPolynomial {
  const { reference, beamEnergy } = settings;
  const masses = massesOf(reference, beamEnergy);
  const density = pairDensity({ ...settings, poleMasses: masses });
  const box = eventBox(density, beamEnergy, masses[0]);
  const points = densityPoints(density, box, masses, reference);
  const { terms, fitted } = fitPolynomial(points);
  return {
    ...{ reference, terms, masses, uRange: [0, box.u], ySquaredMost: box.rapidity ** 2 },
    rms: fitError(points, fitted),
  };
}

function massesOf(reference: number, beamEnergy: number): readonly [number, number] {
  const high = Math.min(HEAVIEST * reference, OF_BEAMS * beamEnergy);
  if (!(reference > 0 && 2 * reference < beamEnergy)) {
    throw new RangeError(
      `pairPolynomial: the reference mass is ${reference} GeV, expected one above 0 and below half of the beams' ${beamEnergy} GeV.`
    );
  }
  return [LIGHTEST * reference, high];
}
