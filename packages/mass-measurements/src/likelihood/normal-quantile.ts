/** Half of the range that a quantile is looked for in, in standard deviations. */
const MOST = 4;

const STEPS = 2048;

/**
 * Quantiles of the normal distribution within four standard deviations, tabulated.
 *
 * @param u From 0 to 1.
 * @returns Standard deviations, to 1e-5 within three of them.
 */
export function normalQuantile(u: number): number {
  const place = u * STEPS;
  const k = Math.min(Math.floor(place), STEPS - 1);
  return TABLE[k] + (place - k) * (TABLE[k + 1] - TABLE[k]);
}

const TABLE = invert();

/** The integral of the density, added up by the trapezoidal rule and read backwards. */
function invert(): Float64Array {
  const fine = 1 << 16;
  const step = (2 * MOST) / fine;
  const integral = new Float64Array(fine + 1);
  const density = (z: number): number => Math.exp(-0.5 * z * z);
  for (let k = 1; k <= fine; ++k) {
    const z = -MOST + k * step;
    integral[k] = integral[k - 1] + 0.5 * (density(z - step) + density(z));
  }
  const table = new Float64Array(STEPS + 1);
  let at = 0;
  for (let k = 0; k <= STEPS; ++k) {
    const wanted = (k / STEPS) * integral[fine];
    while (at < fine - 1 && integral[at + 1] < wanted) ++at;
    const share = (wanted - integral[at]) / (integral[at + 1] - integral[at]);
    table[k] = -MOST + (at + share) * step;
  }
  return table;
}
