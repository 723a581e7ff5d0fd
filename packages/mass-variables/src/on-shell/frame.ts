import { ROUNDING } from '../visible-mass.ts';

/**
 * A frame made of the two visible momenta of a branch, as a row of numbers:
 *
 *     k = α a + β b + s e₁ + t e₂,   e_i·a = e_i·b = e₁·e₂ = 0,   e_i² = −1
 *
 * In it two mass shells fix α and β, and the third leaves (s, t) on a circle.
 */
export const FRAME = {
  aE: 0,
  ax: 1,
  ay: 2,
  az: 3,
  bE: 4,
  bx: 5,
  by: 6,
  bz: 7,
  /** First transverse vector e₁. */
  uE: 8,
  ux: 9,
  uy: 10,
  uz: 11,
  /** Second transverse vector e₂. */
  vE: 12,
  vx: 13,
  vy: 14,
  vz: 15,
  /** Invariants a², b², a·b, GeV². */
  aa: 16,
  bb: 17,
  ab: 18,
  /** (a·b)² − a²b², GeV⁴. */
  gram: 19,
  /** |a_E b_z − a_z b_E| = √gram |det(e₁T, e₂T)|, GeV². */
  lever: 20,
  /** e₁x e₂y − e₁y e₂x. */
  area: 21,
  length: 22,
} as const;

/**
 * Makes the frame of a branch.
 *
 *     e₁ = (0, n̂),   e₂ = (|a × b|, (a_E b − b_E a) × n̂) / √gram,   n̂ along a × b
 *
 * A squared mass that is negative or only rounding counts as 0.
 *
 * @param row Momenta of a and b in turn: E, px, py, pz each, GeV.
 * @param at Where a starts in `row`.
 * @param frame Receives the frame.
 * @returns Whether there is one: not if a and b are collinear and massless, nor if a number is not finite.
 */
export function makeFrame(row: Float64Array, at: number, frame: Float64Array): boolean {
  for (let k = 0; k < 8; ++k) frame[k] = row[at + k];
  const aE = frame[FRAME.aE];
  const ax = frame[FRAME.ax];
  const ay = frame[FRAME.ay];
  const az = frame[FRAME.az];
  const bE = frame[FRAME.bE];
  const bx = frame[FRAME.bx];
  const by = frame[FRAME.by];
  const bz = frame[FRAME.bz];
  const aa = squaredMass(aE, ax * ax + ay * ay + az * az);
  const bb = squaredMass(bE, bx * bx + by * by + bz * bz);
  const ab = aE * bE - ax * bx - ay * by - az * bz;
  const gram = ab * ab - aa * bb;
  if (!(gram > 0 && gram < Infinity && ab > ROUNDING * aE * bE)) return false;
  frame[FRAME.aa] = aa;
  frame[FRAME.bb] = bb;
  frame[FRAME.ab] = ab;
  frame[FRAME.gram] = gram;
  setNormal(frame);
  setSecond(frame);
  frame[FRAME.lever] = Math.abs(aE * bz - az * bE);
  frame[FRAME.area] = frame[FRAME.ux] * frame[FRAME.vy] - frame[FRAME.uy] * frame[FRAME.vx];
  return true;
}

/**
 * Turns the transverse vectors of a frame.
 *
 *     e₁′ = c e₁ − s e₂,   e₂′ = s e₁ + c e₂
 *
 * @param frame The frame.
 * @param c Cosine of the angle; `s` its sine.
 */
export function turnFrame(frame: Float64Array, c: number, s: number): void {
  for (let k = 0; k < 4; ++k) {
    const u = frame[FRAME.uE + k];
    const v = frame[FRAME.vE + k];
    frame[FRAME.uE + k] = c * u - s * v;
    frame[FRAME.vE + k] = s * u + c * v;
  }
}

function squaredMass(e: number, p2: number): number {
  const s = e * e - p2;
  return s < ROUNDING * e * e ? 0 : s;
}

/** e₁ along a × b or, where that is 0, along any normal of both. */
function setNormal(frame: Float64Array): void {
  const ax = frame[FRAME.ax];
  const ay = frame[FRAME.ay];
  const az = frame[FRAME.az];
  const bx = frame[FRAME.bx];
  const by = frame[FRAME.by];
  const bz = frame[FRAME.bz];
  let nx = ay * bz - az * by;
  let ny = az * bx - ax * bz;
  let nz = ax * by - ay * bx;
  let length = Math.sqrt(nx * nx + ny * ny + nz * nz);
  if (length === 0) {
    const along = bx !== 0 || by !== 0 || bz !== 0 ? FRAME.bx : FRAME.ax;
    const x = frame[along];
    const y = frame[along + 1];
    const z = frame[along + 2];
    const alongX = Math.abs(x) > Math.abs(z);
    nx = alongX ? -y : 0;
    ny = alongX ? x : z;
    nz = alongX ? 0 : -y;
    length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    // Both at rest have no direction at all, but then their Gram determinant is 0.
  }
  frame[FRAME.uE] = 0;
  frame[FRAME.ux] = nx / length;
  frame[FRAME.uy] = ny / length;
  frame[FRAME.uz] = nz / length;
}

function setSecond(frame: Float64Array): void {
  const aE = frame[FRAME.aE];
  const bE = frame[FRAME.bE];
  const nx = frame[FRAME.ux];
  const ny = frame[FRAME.uy];
  const nz = frame[FRAME.uz];
  const qx = aE * frame[FRAME.bx] - bE * frame[FRAME.ax];
  const qy = aE * frame[FRAME.by] - bE * frame[FRAME.ay];
  const qz = aE * frame[FRAME.bz] - bE * frame[FRAME.az];
  const cross =
    nx * (frame[FRAME.ay] * frame[FRAME.bz] - frame[FRAME.az] * frame[FRAME.by]) +
    ny * (frame[FRAME.az] * frame[FRAME.bx] - frame[FRAME.ax] * frame[FRAME.bz]) +
    nz * (frame[FRAME.ax] * frame[FRAME.by] - frame[FRAME.ay] * frame[FRAME.bx]);
  const norm = 1 / Math.sqrt(frame[FRAME.gram]);
  frame[FRAME.vE] = cross * norm;
  frame[FRAME.vx] = (qy * nz - qz * ny) * norm;
  frame[FRAME.vy] = (qz * nx - qx * nz) * norm;
  frame[FRAME.vz] = (qx * ny - qy * nx) * norm;
}
