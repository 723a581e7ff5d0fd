import { COLLISION, collision, type Collider } from '../collision/collision.ts';

/** What a pair is made by, and from what. */
export interface CollisionSettings extends Collider {
  /** Mass of A in the scale of partons and coupling, μ² = M² + pT², GeV. */
  readonly poleMass: number;
}

/**
 * A point of phase space and what stands there: a row of numbers, for a call that hands over numbers
 * one by one would box each of them.
 */
export const POINT = {
  /** Of √ŝ: 0 at threshold, 1 for the lightest pair with all of the beams' energy. */
  q: 0,
  /** |y| in units of its largest value. */
  v: 1,
  /** |cosθ|. */
  c: 2,
  /** √ŝ, GeV. */
  mass: 3,
  /** |y|. */
  rapidity: 4,
  /** Share of g g in the weight. */
  gluonShare: 5,
  /** pb; without coupling (|M|² = 1) a number in units of its own. 0 beyond the beams' energy. */
  weight: 6,
  length: 7,
} as const;

/**
 * Differential cross-section over the unit cube of (q, v, c).
 *
 *     dσ/dq dv dc,   ln(ŝ/(m₁ + m₂)²) = T q²,   |y| = v ln(1/τ)/2,   |cosθ| = c,   τ = ŝ/s
 *
 * Both signs of y and cosθ are in: the cross-section is even in either.
 *
 * @param point Holds q, v and c; receives the rest of `POINT`.
 * @param masses Masses of A₁ and A₂ at 0 and 1, GeV.
 */
export type ProductionWeight = (point: Float64Array, masses: Float64Array) => void;

/**
 * Makes the differential cross-section of a pair from a proton collision at leading order.
 *
 *     dσ = dlnτ dy dcosθ Σ_channels x₁f(x₁, μ²) x₂f(x₂, μ²)  β/(32π ŝ) g_s⁴(μ²) |M|²,   x₁,₂ = √τ e^{±y}
 *     β = 2p*∕√ŝ = √(1 − (m₁ + m₂)²/ŝ) √(1 − (m₁ − m₂)²/ŝ),   μ² = M² + p*² sin²θ
 *
 * μ is the scale of partons and coupling, with the pole mass M also where m₁ and m₂ lie off it.
 *
 * @param settings Beams, process, partons, coupling.
 * @param threshold Least m₁ + m₂ of any pair, GeV: T = ln(s/threshold²).
 * @returns The weight, with scratch memory of its own.
 * @throws RangeError if the coupling is no positive number at a scale of the process.
 * @see R. K. Ellis, W. J. Stirling, B. R. Webber, QCD and Collider Physics, chapter 7
 */
export function productionWeight(settings: CollisionSettings, threshold: number): ProductionWeight {
  const { beamEnergy, poleMass } = settings;
  const s = beamEnergy * beamEnergy;
  const pole2 = poleMass * poleMass;
  const span = Math.log(s / (threshold * threshold));
  const logS = Math.log(s);
  const q2 = [pole2, pole2 + s / 4] as const;
  const collide = collision(settings, { leastX: (threshold * threshold) / s, q2 });
  const partons = new Float64Array(COLLISION.length);
  let [sum, logSum] = [NaN, NaN];
  return (point, masses) => {
    const q = point[POINT.q];
    const c = point[POINT.c];
    const square = (masses[0] + masses[1]) ** 2;
    // Narrow particles are all alike: a logarithm is saved.
    if (square !== sum) {
      sum = square;
      logSum = Math.log(square);
    }
    const difference = (masses[0] - masses[1]) ** 2;
    const fraction = Math.exp(-span * q * q);
    const sHat = sum / fraction;
    const halfLogTau = 0.5 * (logSum + span * q * q - logS);
    point[POINT.weight] = 0;
    if (!(halfLogTau < 0)) return;
    const betaSquared = (1 - fraction) * (1 - difference / sHat);
    const beta = Math.sqrt(betaSquared);
    const logScale = Math.log(pole2 + 0.25 * sHat * betaSquared * (1 - c * c));
    const y = -point[POINT.v] * halfLogTau;
    partons[COLLISION.logX1] = halfLogTau + y;
    partons[COLLISION.logX2] = halfLogTau - y;
    partons[COLLISION.logQ2] = logScale;
    partons[COLLISION.beta] = beta;
    partons[COLLISION.cosTheta] = c;
    collide(partons);
    const gg = partons[COLLISION.gluons];
    const all = gg + partons[COLLISION.quarks];
    const coupling = partons[COLLISION.coupling];
    point[POINT.mass] = Math.sqrt(sHat);
    point[POINT.rapidity] = y;
    point[POINT.gluonShare] = gg / all;
    // d ln τ = 2 T q dq, d|y| = |ln τ|/2 dv, and two signs each of y and cosθ.
    point[POINT.weight] = (-8 * span * q * halfLogTau * coupling * all * beta) / sHat;
  };
}
