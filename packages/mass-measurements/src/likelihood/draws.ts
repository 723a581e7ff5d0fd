/** What is unknown of an event beside the masses sought, each as a number between 0 and 1. */
export const DRAW = {
  /** Masses of A₁, B₁, A₂, B₂ within their widths. */
  massA1: 0,
  massB1: 1,
  massA2: 2,
  massB2: 3,
  /** True energies of up to four visible particles. */
  energies: 4,
  /** The trial masses of A and B that masses are drawn near. */
  gridA: 8,
  gridB: 9,
  length: 10,
} as const;

/** 1/g, 1/g², …: g¹¹ = g + 1. */
const STEPS = Float64Array.from({ length: DRAW.length }, (_, k) => golden() ** -(k + 1));

/** The root of g^{d+1} = g + 1 for d = 10 dimensions. */
function golden(): number {
  let g = 1;
  for (let step = 0; step < 60; ++step) g = (1 + g) ** (1 / (DRAW.length + 1));
  return g;
}

/**
 * Point k of a sequence that fills the unit cube evenly, shifted.
 *
 *     x_j = frac(shift_j + k / g^j)
 *
 * @param k Number of the point, from 0.
 * @param shift Where the sequence starts: one number for each dimension, from 0 to 1.
 * @param at Where they start in `shift`.
 * @param out Receives the point.
 * @see M. Roberts, The unreasonable effectiveness of quasirandom sequences (2018)
 */
export function drawPoint(k: number, shift: Float64Array, at: number, out: Float64Array): void {
  for (let j = 0; j < DRAW.length; ++j) {
    const x = shift[at + j] + k * STEPS[j];
    out[j] = x - Math.floor(x);
  }
}
