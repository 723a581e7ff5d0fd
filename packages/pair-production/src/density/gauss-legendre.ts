/** Nodes and weights of a quadrature on [0, 1]. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Newton steps: four suffice from the usual start for any n. */
const STEPS = 6;

/**
 * Gauss–Legendre quadrature on [0, 1]: exact for polynomials of degree 2n − 1.
 *
 *     ∫₀¹ f(x) dx = Σ w_k f(x_k),   2x_k − 1 the roots of P_n,   w_k = 1 / [(1 − z_k²) P_n′(z_k)²]
 *
 * @param n Number of nodes.
 * @see M. Abramowitz, I. A. Stegun, 25.4.29
 */
export function gaussLegendre(n: number): Quadrature {
  const [nodes, weights] = [new Float64Array(n), new Float64Array(n)];
  for (let k = 0; k < n; ++k) {
    let z = -Math.cos((Math.PI * (k + 0.75)) / (n + 0.5));
    let slope = NaN;
    for (let step = 0; step < STEPS; ++step) {
      const [value, before] = legendre(n, z);
      slope = (n * (z * value - before)) / (z * z - 1);
      z -= value / slope;
    }
    nodes[k] = 0.5 * (1 + z);
    weights[k] = 1 / ((1 - z * z) * slope * slope);
  }
  return { nodes, weights };
}

/** P_n and P_{n−1}. */
function legendre(n: number, z: number): [number, number] {
  let [before, value] = [0, 1];
  for (let k = 0; k < n; ++k) {
    [before, value] = [value, ((2 * k + 1) * z * value - k * before) / (k + 1)];
  }
  return [value, before];
}
