// @ts-check
/**
 * The step that every engine takes: DeeLeMa's network (16 → 6 × 256 GELU → 4), kinematic completion, L1
 * loss, gradients and Adam, in float32. The numbers are the same in every language.
 */
export const PROBLEM = {
  inputs: 16,
  layers: 6,
  width: 256,
  outputs: 4,
  mC: 0.7,
  deltaA: 0.3,
  deltaB: 0.3,
  learningRate: 1e-3,
};

/** Numbers per row: four visible four-momenta and pTmiss. */
export const ROW = 18;

/**
 * Numbers that look random and are the same everywhere.
 *
 * @param {number} n How many.
 * @param {number} seed Another seed, other numbers.
 * @returns {Float32Array} Between −1 and 1.
 */
export function numbers(n, seed) {
  return Float32Array.from({ length: n }, (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * seed));
}

/**
 * Massless visible momenta and pTmiss of a batch, in units of the scale.
 *
 * @param {number} n Number of events.
 * @returns {Float32Array} n rows of `ROW`.
 */
export function events(n) {
  const momenta = numbers(12 * n, 1);
  const rows = new Float32Array(ROW * n);
  for (let i = 0; i < n; ++i) {
    for (let k = 0; k < 4; ++k) {
      const p = momenta.subarray(12 * i + 3 * k, 12 * i + 3 * k + 3);
      rows.set([Math.hypot(...p), ...p], ROW * i + 4 * k);
      rows[ROW * i + 16] -= p[0];
      rows[ROW * i + 17] -= p[1];
    }
  }
  return rows;
}

/**
 * Multiplications and additions in the matrix products of one step, per event.
 *
 *     6 Σ inputs · outputs, less the gradient with respect to the events
 */
export function flopsPerEvent() {
  const { inputs, layers, width, outputs } = PROBLEM;
  const products = inputs * width + (layers - 1) * width * width + width * outputs;
  return 6 * products - 2 * inputs * width;
}
