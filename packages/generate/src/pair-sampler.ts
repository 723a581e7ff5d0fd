import type { RandomStream } from '@deelema/random';
import type { SquaredAmplitude } from './hard-process.ts';
import { PARTON_DENSITY, reducedLuminosity } from './parton-luminosity.ts';

/** How n pairs A₁A₂ leave the collision. */
export interface Pairs {
  /** √ŝ, invariant mass of the pair: n events, GeV. */
  readonly mass: Float64Array;
  /** Rapidity of the pair along the beam: n events. */
  readonly rapidity: Float64Array;
  /** Cosine of the angle between A₁ and the beam in the pair's rest frame: n events. */
  readonly cosTheta: Float64Array;
}

/** What fixes the spectrum of a pair. */
export interface PairSettings {
  /** √s of the beams, GeV. */
  readonly beamEnergy: number;
  /** Least m₁ + m₂ of any pair to be drawn, GeV. */
  readonly threshold: number;
  readonly amplitude: SquaredAmplitude;
}

/** Draws pairs of given masses. */
export type PairSampler = (random: RandomStream, m1: Float64Array, m2: Float64Array) => Pairs;

/** The bound is searched for on a grid; smooth as the weight is, it lies less than this above it. */
const BOUND_MARGIN = 1.02;

/**
 * Makes a sampler of A₁A₂ pairs from a hadron collision at leading order.
 *
 *     dσ ∝ dlnτ dy dcosθ  x₁f(x₁) x₂f(x₂)  β/ŝ |M|²,   τ = ŝ/s
 *     β = 2p*∕√ŝ = √(1 − (m₁ + m₂)²/ŝ) √(1 − (m₁ − m₂)²/ŝ)
 *
 * Accept–reject: lnτ from τ^−(a+1), the falling part of luminosity times flux, y and cosθ evenly
 * over their ranges. The weight that is left is ln(1/τ) (1 − x₁)^b (1 − x₂)^b β |M|². The masses of
 * a pair are kept until it is accepted: the spectrum does not bend their distribution.
 *
 * @param settings Beams, threshold and |M|².
 * @returns A sampler; masses below the threshold void its bound.
 * @throws RangeError if the beams cannot make the pair.
 * @see R. K. Ellis, W. J. Stirling, B. R. Webber, QCD and Collider Physics, chapter 7
 */
export function pairSampler(settings: PairSettings): PairSampler {
  const { beamEnergy, threshold, amplitude } = settings;
  if (!(threshold > 0 && threshold < beamEnergy)) {
    throw new RangeError(
      `pairSampler: the pair weighs ${threshold} GeV, expected more than 0 and less than the beams' ${beamEnergy} GeV.`
    );
  }
  const bound = BOUND_MARGIN * largestWeight(settings);
  const power = -1 / (PARTON_DENSITY.a + 1);
  const s = beamEnergy * beamEnergy;

  return (random, m1, m2) => {
    const n = m1.length;
    const pairs = {
      mass: new Float64Array(n),
      rapidity: new Float64Array(n),
      cosTheta: new Float64Array(n),
    };
    for (let i = 0; i < n; ++i) {
      const sum = (m1[i] + m2[i]) ** 2;
      const difference = (m1[i] - m2[i]) ** 2;
      for (;;) {
        const sHat = sum * random.uniform() ** power;
        const tau = sHat / s;
        if (!(tau < 1)) continue;
        const range = -Math.log(tau);
        const rapidity = (random.uniform() - 0.5) * range;
        const cosTheta = 2 * random.uniform() - 1;
        const beta = Math.sqrt((1 - sum / sHat) * (1 - difference / sHat));
        const weight =
          range * reducedLuminosity(tau, rapidity) * beta * amplitude(beta, cosTheta);
        if (random.uniform() * bound >= weight) continue;
        pairs.mass[i] = Math.sqrt(sHat);
        pairs.rapidity[i] = rapidity;
        pairs.cosTheta[i] = cosTheta;
        break;
      }
    }
    return pairs;
  };
}

/**
 * Largest weight of a pair at the threshold: the weight is greatest at y = 0 and falls with the
 * pair's masses, so a search over τ and cosθ finds it.
 */
function largestWeight({ beamEnergy, threshold, amplitude }: PairSettings): number {
  const least = (threshold / beamEnergy) ** 2;
  const steps = 2000;
  const cosines = Array.from({ length: 33 }, (_, k) => k / 32);
  let largest = 0;
  for (let step = 1; step < steps; ++step) {
    const tau = least ** (1 - step / steps);
    const beta = Math.sqrt(1 - least / tau);
    const even = -Math.log(tau) * reducedLuminosity(tau, 0) * beta;
    for (const cosTheta of cosines) largest = Math.max(largest, even * amplitude(beta, cosTheta));
  }
  return largest;
}
