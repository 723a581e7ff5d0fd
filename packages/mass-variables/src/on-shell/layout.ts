/** The measured momenta of one antler event, as a row of numbers, GeV. */
export const VISIBLE = {
  a1E: 0,
  a1x: 1,
  a1y: 2,
  a1z: 3,
  b1E: 4,
  b1x: 5,
  b1y: 6,
  b1z: 7,
  a2E: 8,
  a2x: 9,
  a2y: 10,
  a2z: 11,
  b2E: 12,
  b2x: 13,
  b2y: 14,
  b2z: 15,
  ptmissX: 16,
  ptmissY: 17,
  length: 18,
} as const;

/** Trial masses of both branches, as a row of numbers, GeV. */
export const TRIAL = {
  A1: 0,
  B1: 1,
  C1: 2,
  A2: 3,
  B2: 4,
  C2: 5,
  length: 6,
} as const;

/** One solution, as a row of numbers: momenta in GeV. */
export const SOLUTION = {
  k1E: 0,
  k1x: 1,
  k1y: 2,
  k1z: 3,
  k2E: 4,
  k2x: 5,
  k2y: 6,
  k2z: 7,
  /** E₁ E₂ |det J| in GeV⁶; see `OnShellSolver`. */
  jacobian: 8,
  /** 1 − d² for the line at distance d from the centre of the unit circle that gave it; 0 where two merge. */
  apart: 9,
  length: 10,
} as const;

/** Most solutions there are. */
export const MOST_SOLUTIONS = 4;
