import { COLLISION, collision, type Collider } from '../collision/collision.ts';

/**
 * A pair, as a row of numbers, for a call that hands over numbers one by one would box each of them:
 * where the density is wanted, and the answer.
 */
export const PAIR = {
  /** √ŝ, invariant mass of the pair, GeV. */
  mass: 0,
  /** Rapidity of the pair along the beam, of either sign. */
  rapidity: 1,
  /** Cosine of the angle between A₁ and +z in the pair's frame, of either sign. */
  cosTheta: 2,
  /** Masses of A₁ and A₂, GeV; of one narrow particle both M. */
  m1: 3,
  m2: 4,
  /** Pole mass M of A, GeV: of the scale of partons and coupling, and of the σ(M) divided by. */
  poleMass: 5,
  /** The answer: per GeV of √ŝ, unit of y and unit of cosθ. 0 below threshold and beyond the beams. */
  density: 6,
  length: 7,
} as const;

/**
 * Makes dσ of a pair, not normalised.
 *
 *     dσ/d√ŝ dy dcosθ = (2/√ŝ) Σ_channels x₁f(x₁, μ²) x₂f(x₂, μ²)  β/(32π ŝ) g_s⁴(μ²) |M|²
 *     μ² = M² + p*² sin²θ
 *
 * @param collider Beams, process, partons, coupling.
 * @param least Least √ŝ that is asked for, GeV: partons are frozen below.
 * @param poleMasses Least and largest M, GeV.
 * @returns Fills in `density` of a row, pb/GeV; without coupling in units of its own.
 * @throws RangeError if the coupling is no positive number at a scale of the process.
 * @see `productionWeight`, the same in the coordinates of the sampler
 */
export function differential(
  collider: Collider,
  least: number,
  [low, high]: readonly [number, number]
): (row: Float64Array) => void {
  const { beamEnergy } = collider;
  const s = beamEnergy * beamEnergy;
  const q2 = [low * low, high * high + s / 4] as const;
  const collide = collision(collider, { leastX: (least * least) / s, q2 });
  const partons = new Float64Array(COLLISION.length);
  return (row) => {
    const mass = row[PAIR.mass];
    const c = row[PAIR.cosTheta];
    const y = row[PAIR.rapidity];
    const sum = row[PAIR.m1] + row[PAIR.m2];
    const difference = row[PAIR.m1] - row[PAIR.m2];
    const halfLogTau = Math.log(mass / beamEnergy);
    row[PAIR.density] = 0;
    if (!(mass > sum && Math.abs(y) < -halfLogTau)) return;
    const sHat = mass * mass;
    const betaSquared = (1 - (sum * sum) / sHat) * (1 - (difference * difference) / sHat);
    const beta = Math.sqrt(betaSquared);
    const pole = row[PAIR.poleMass];
    partons[COLLISION.logX1] = halfLogTau + y;
    partons[COLLISION.logX2] = halfLogTau - y;
    partons[COLLISION.logQ2] = Math.log(pole * pole + 0.25 * sHat * betaSquared * (1 - c * c));
    partons[COLLISION.beta] = beta;
    partons[COLLISION.cosTheta] = c;
    collide(partons);
    const all = partons[COLLISION.gluons] + partons[COLLISION.quarks];
    row[PAIR.density] = (2 * partons[COLLISION.coupling] * all * beta) / (mass * sHat);
  };
}
