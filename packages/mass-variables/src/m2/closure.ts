import { CHAIN, MINIMUM, type Problem } from './problem.ts';

/** Corrections, each of which squares what is missing. */
const STEPS = 4;

/**
 * Moves the momenta of a minimum onto the conditions, by little and alike for both chains.
 *
 * What k₁T + k₂T misses of P is shared, the energies follow from the mass shells; what is left are two
 * conditions
 *
 *     F_o = o₁·k₁ + offset₁ − o₂·k₂ − offset₂ = 0,   F_c = c₁·k₁ + con₁ − c₂·k₂ − con₂ = 0
 *
 * which a step d = −Jᵀ (J Jᵀ)⁻¹ F in (k₁x, k₁y, k₁z, k₂z) fulfils to second order.
 */
export function close({ chain1, chain2, ptmiss }: Problem, minimum: Float64Array): void {
  const x = (ptmiss[0] - (minimum[MINIMUM.k1x] + minimum[MINIMUM.k2x])) / 2;
  const y = (ptmiss[1] - (minimum[MINIMUM.k1y] + minimum[MINIMUM.k2y])) / 2;
  minimum[MINIMUM.k1x] += x;
  minimum[MINIMUM.k1y] += y;
  minimum[MINIMUM.k2x] += x;
  minimum[MINIMUM.k2y] += y;
  setEnergies(minimum, chain1[CHAIN.m], chain2[CHAIN.m]);
  for (let step = 0; step < STEPS; ++step) {
    correct(chain1, chain2, minimum);
    setEnergies(minimum, chain1[CHAIN.m], chain2[CHAIN.m]);
  }
}

function setEnergies(row: Float64Array, m1: number, m2: number): void {
  setEnergy(row, MINIMUM.k1E, m1);
  setEnergy(row, MINIMUM.k2E, m2);
}

function setEnergy(row: Float64Array, at: number, m: number): void {
  const x = row[at + 1];
  const y = row[at + 2];
  const z = row[at + 3];
  row[at] = Math.sqrt(m * m + x * x + y * y + z * z);
}

function correct(chain1: Float64Array, chain2: Float64Array, row: Float64Array): void {
  const ox = slope(chain1, 0, row, MINIMUM.k1E, 1) + slope(chain2, 0, row, MINIMUM.k2E, 1);
  const oy = slope(chain1, 0, row, MINIMUM.k1E, 2) + slope(chain2, 0, row, MINIMUM.k2E, 2);
  const oz1 = slope(chain1, 0, row, MINIMUM.k1E, 3);
  const oz2 = -slope(chain2, 0, row, MINIMUM.k2E, 3);
  const cx = slope(chain1, 4, row, MINIMUM.k1E, 1) + slope(chain2, 4, row, MINIMUM.k2E, 1);
  const cy = slope(chain1, 4, row, MINIMUM.k1E, 2) + slope(chain2, 4, row, MINIMUM.k2E, 2);
  const cz1 = slope(chain1, 4, row, MINIMUM.k1E, 3);
  const cz2 = -slope(chain2, 4, row, MINIMUM.k2E, 3);
  const o1 = product(chain1, CHAIN.oE, row, MINIMUM.k1E) + chain1[CHAIN.offset];
  const o2 = product(chain2, CHAIN.oE, row, MINIMUM.k2E) + chain2[CHAIN.offset];
  const c1 = product(chain1, CHAIN.cE, row, MINIMUM.k1E) + chain1[CHAIN.con];
  const c2 = product(chain2, CHAIN.cE, row, MINIMUM.k2E) + chain2[CHAIN.con];
  const oo = ox * ox + oy * oy + (oz1 * oz1 + oz2 * oz2);
  const oc = ox * cx + oy * cy + (oz1 * cz1 + oz2 * cz2);
  const cc = cx * cx + cy * cy + (cz1 * cz1 + cz2 * cz2);
  const det = oo * cc - oc * oc;
  if (!(det > 0)) return;
  const fo = (cc * (o2 - o1) - oc * (c2 - c1)) / det;
  const fc = (oo * (c2 - c1) - oc * (o2 - o1)) / det;
  const x = ox * fo + cx * fc;
  const y = oy * fo + cy * fc;
  row[MINIMUM.k1x] += x;
  row[MINIMUM.k1y] += y;
  row[MINIMUM.k2x] -= x;
  row[MINIMUM.k2y] -= y;
  row[MINIMUM.k1z] += oz1 * fo + cz1 * fc;
  row[MINIMUM.k2z] += oz2 * fo + cz2 * fc;
}

/** ∂(p·k)/∂k_j on the mass shell of k: p_E k_j/E − p_j. */
function slope(
  chain: Float64Array,
  p: number,
  row: Float64Array,
  k: number,
  component: number
): number {
  return (chain[p] * row[k + component]) / row[k] - chain[p + component];
}

/** Product of the four-momenta that start at two places. */
function product(p: Float64Array, atP: number, k: Float64Array, atK: number): number {
  const transverse = p[atP + 1] * k[atK + 1] + p[atP + 2] * k[atK + 2];
  return p[atP] * k[atK] - p[atP + 3] * k[atK + 3] - transverse;
}
