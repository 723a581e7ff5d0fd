import { add, div, log, maximum, minimum, mul, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Least λ in units of M⁴: a decay that is closed counts as one that is just open. */
export const LEAST_PHASE_SPACE = 1e-6;

/** Least m/M in I_n, where the slope of √(m/M) has no bound: changes I_n by less than 10⁻⁹. */
const LEAST_RATIO = 1e-6;

/** Degree of the polynomial for ln I_n. */
const DEGREE = 13;

/** Step and ends of the sum for I_n: in double precision the integral. */
const STEP = 0.2;
const END = 40;

/**
 * ln of the phase space of a decay into n massless particles and one of mass m.
 *
 *     Φ_{n+1}(M; 0, …, 0, m) ∝ ∫ dv² v^{2(n−2)} λ^{1/2}(M², m², v²)/M²,   0 < v < M − m
 *                            ∝ M^{2(n−1)} x^{2n−1} I_n,   x = 1 − r,   r = m²/M²
 *     I_n = ∫₀¹ dt [t(1−t)/(1 − xt)]^{n−1}
 *
 * For n = 2 that is M²/2 [1 − r² + 2r ln r], whose terms cancel as r → 1. The powers of x hold how the decay
 * closes; what is left, ln I_n, is taken from a polynomial in √(m/M), off by 2·10⁻⁶ for n ≤ 4 and 10⁻⁵ for n ≤ 7, whatever
 * r. A decay that is closed counts as one that is just open.
 *
 * @param n Number of massless particles, 2 or more.
 * @param mass M.
 * @param next m, same units.
 * @returns ln Φ_{n+1} up to a constant, of the shape of M.
 * @see E. Byckling, K. Kajantie, Particle Kinematics (1973), for the recursion; the second line is
 *  Euler's integral of ₂F₁(n − 1, n; 2n; x), M. Abramowitz, I. Stegun, 15.3.1
 */
export function logClusterPhaseSpace(n: number, mass: Tensor, next: Tensor | number): Tensor {
  const squares = mul(sub(mass, next), add(mass, next));
  const x = maximum(div(squares, square(mass)), Math.sqrt(LEAST_PHASE_SPACE));
  const ratio = minimum(maximum(div(next, mass), LEAST_RATIO), 1);
  const powers = add(mul(log(mass), 2 * (n - 1)), mul(log(x), 2 * n - 1));
  return add(powers, series(coefficientsOf(n), sub(mul(sqrt(ratio), 2), 1)));
}

/** Σ c_k T_k(z), by Clenshaw's recurrence. */
function series(coefficients: readonly number[], z: Tensor): Tensor {
  const twice = mul(z, 2);
  let [sum, before]: (Tensor | number)[] = [coefficients[DEGREE], 0];
  for (let k = DEGREE - 1; k > 0; --k) {
    [sum, before] = [sub(add(mul(twice, sum), coefficients[k]), before), sum];
  }
  return sub(add(mul(z, sum), coefficients[0]), before);
}

const known = new Map<number, readonly number[]>();

/** Coefficients of ln I_n in z = 2√(m/M) − 1, from its values at Chebyshev's points. */
function coefficientsOf(n: number): readonly number[] {
  const found = known.get(n);
  if (found !== undefined) return found;
  const angles = Array.from({ length: DEGREE + 1 }, (_, j) => (Math.PI * (j + 0.5)) / (DEGREE + 1));
  const values = angles.map((angle) => Math.log(integral(n, ((1 + Math.cos(angle)) / 2) ** 4)));
  const made = angles.map((_, k) => {
    const sum = values.reduce((all, value, j) => all + value * Math.cos(k * angles[j]), 0);
    return ((k === 0 ? 1 : 2) * sum) / angles.length;
  });
  known.set(n, made);
  return made;
}

/** I_n at r, by equal steps in u of t = 1/(1 + e⁻ᵘ), which reach both ends and every r alike. */
function integral(n: number, r: number): number {
  let sum = 0;
  for (let u = -END; u <= END; u += STEP) {
    const t = 1 / (1 + Math.exp(-u));
    const rest = 1 / (1 + Math.exp(u));
    sum += t * rest * ((t * rest) / (r + (1 - r) * rest)) ** (n - 1);
  }
  return STEP * sum;
}
