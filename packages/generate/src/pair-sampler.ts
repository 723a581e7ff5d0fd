import type { RandomStream } from '@deelema/random';
import type { SquaredAmplitude } from './hard-process.ts';
import { PARTON_DENSITY, rapidityWidth, relativeLuminosity } from './parton-luminosity.ts';

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

/** Draws one pair per pair of masses (n each, GeV). */
export type PairSampler = (random: RandomStream, m1: Float64Array, m2: Float64Array) => Pairs;

/** √ŝ, rapidity and cosθ of one proposal. */
type Proposal = [mass: number, rapidity: number, cosTheta: number];

/**
 * Makes a sampler of A₁A₂ pairs from a hadron collision at leading order.
 *
 *     dσ ∝ dlnτ dy dcosθ  x₁f(x₁) x₂f(x₂)  β/ŝ |M|²,   τ = ŝ/s,   x₁,₂ = √τ e^{±y}
 *     β = 2p*∕√ŝ = √(1 − (m₁ + m₂)²/ŝ) √(1 − (m₁ − m₂)²/ŝ)
 *
 * Accept–reject. Proposed are lnτ from τ^−(a + 5/4); y from the Gaussian that encloses the
 * luminosity, whose width holds another τ^−1/4; cosθ = tanh(η)/β with η even over its range, where
 * a t channel puts the pairs. Two smooth weights are left over, one for τ and cosθ, one for y:
 *
 *     (1 − √τ)^(2b + 1) atanh(β) (1 − β² cos²θ) |M|²      and      luminosity(y) / Gaussian(y) ≤ 1
 *
 * The masses of a pair are kept until it is accepted: the spectrum does not bend their distribution.
 *
 * @param settings Beams, threshold and |M|².
 * @returns A sampler; masses below the threshold void its bound.
 * @throws RangeError if the beams cannot make the pair; so does the sampler.
 * @see R. K. Ellis, W. J. Stirling, B. R. Webber, QCD and Collider Physics, chapter 7
 */
export function pairSampler(settings: PairSettings): PairSampler {
  checkMass(settings.threshold, settings.beamEnergy);
  const bound = largestWeight(settings);
  const pair: Proposal = [0, 0, 0];
  return (random, m1, m2) => {
    const n = m1.length;
    const [mass, rapidity, cosTheta] = [0, 1, 2].map(() => new Float64Array(n));
    for (let i = 0; i < n; ++i) {
      checkMass(m1[i] + m2[i], settings.beamEnergy);
      while (!propose(random, settings, bound, m1[i], m2[i], pair));
      mass[i] = pair[0];
      rapidity[i] = pair[1];
      cosTheta[i] = pair[2];
    }
    return { mass, rapidity, cosTheta };
  };
}

const PROPOSAL_POWER = -1 / (PARTON_DENSITY.a + 5 / 4);

/** Proposes a pair; true if it is accepted, and then it stands in `pair`. */
function propose(
  random: RandomStream,
  { beamEnergy, amplitude }: PairSettings,
  bound: number,
  m1: number,
  m2: number,
  pair: Proposal
): boolean {
  const sum = (m1 + m2) * (m1 + m2);
  const difference = (m1 - m2) * (m1 - m2);
  const sHat = sum * random.uniform() ** PROPOSAL_POWER;
  const rootTau = Math.sqrt(sHat) / beamEnergy;
  if (!(rootTau < 1)) return false;
  const beta = Math.sqrt((1 - sum / sHat) * (1 - difference / sHat));
  const cosTheta = Math.tanh(Math.atanh(beta) * (2 * random.uniform() - 1)) / beta;
  // At threshold β = 0 makes the weight NaN, which is refused.
  if (!(random.uniform() * bound < weight(rootTau, beta, cosTheta, amplitude))) return false;
  const gauss = random.normal();
  const rapidity = rapidityWidth(rootTau) * gauss;
  const envelope = Math.exp(-0.5 * gauss * gauss);
  pair[0] = Math.sqrt(sHat);
  pair[1] = rapidity;
  pair[2] = cosTheta;
  return random.uniform() * envelope < relativeLuminosity(rootTau, rapidity);
}

function weight(
  rootTau: number,
  beta: number,
  cosTheta: number,
  amplitude: SquaredAmplitude
): number {
  const flat = (1 - rootTau) ** (2 * PARTON_DENSITY.b + 1) * Math.atanh(beta);
  return flat * (1 - beta * beta * cosTheta * cosTheta) * amplitude(beta, cosTheta);
}

/** The search for the bound goes over a grid; as smooth as the weight is, it tops that by far less. */
const BOUND_MARGIN = 1.02;

/** Largest weight of a pair at the threshold: heavier pairs weigh less at the same β and cosθ. */
function largestWeight({ beamEnergy, threshold, amplitude }: PairSettings): number {
  const least = threshold / beamEnergy;
  const steps = 1000;
  const cosines = Array.from({ length: 33 }, (_, k) => k / 32);
  let largest = 0;
  for (let step = 1; step < steps; ++step) {
    const rootTau = least ** (1 - step / steps);
    const beta = Math.sqrt(1 - (least / rootTau) ** 2);
    const weights = cosines.map((cosTheta) => weight(rootTau, beta, cosTheta, amplitude));
    largest = Math.max(largest, ...weights);
  }
  return BOUND_MARGIN * largest;
}

function checkMass(mass: number, beamEnergy: number): void {
  if (mass > 0 && mass < beamEnergy) return;
  throw new RangeError(
    `pairSampler: the pair weighs ${mass} GeV, expected more than 0 and less than the beams' ${beamEnergy} GeV.`
  );
}
