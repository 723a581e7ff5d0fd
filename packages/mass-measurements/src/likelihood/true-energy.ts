import { relativeResolution, type ResolutionTable } from '@deelema/kinematics';
import { VISIBLE } from '@deelema/mass-variables';

/** Least true energy that is looked at, in units of the measured one. */
const LEAST = 0.2;

/**
 * Puts a possible true energy in the place of a measured one, direction and mass kept, pTmiss moved.
 *
 *     E = E′/(1 + σ(pT′) z),   weight = |p| T(E′|E) / (|p′| q(E))
 *     T(E′|E) = Gaussian of mean E and deviation σ(pT) E,   q(E) = density that z gives E
 *
 * The weight makes the mean over z, Gaussian, the integral ∫ dE |p|/|p′| T(E′|E) …: |p| is that of the
 * measure d³p/2E at a fixed direction. Nearly 1: z needs no more than the measured pT.
 *
 * @param row The event, laid out as `VISIBLE`.
 * @param at Where the particle starts.
 * @param table Its resolution.
 * @param z Gaussian with mean 0 and deviation 1.
 * @returns The weight; 0 where E is out of reach.
 */
export function drawTrueEnergy(
  row: Float64Array,
  at: number,
  table: ResolutionTable,
  z: number
): number {
  const e = row[at];
  const px = row[at + 1];
  const py = row[at + 2];
  const pz = row[at + 3];
  const pt2 = px * px + py * py;
  const p2 = pt2 + pz * pz;
  const m2 = Math.max(0, e * e - p2);
  const measured = relativeResolution(table, Math.sqrt(pt2));
  const stretch = 1 + measured * z;
  const energy = e / stretch;
  const square = energy * energy - m2;
  if (!(p2 > 0) || measured === 0) return 1;
  if (!(stretch > LEAST && square > 0)) return 0;
  const scale = Math.sqrt(square / p2);
  const truth = relativeResolution(table, scale * Math.sqrt(pt2));
  const pull = (stretch - 1) / truth;
  row[at] = energy;
  row[at + 1] = scale * px;
  row[at + 2] = scale * py;
  row[at + 3] = scale * pz;
  row[VISIBLE.ptmissX] += px - scale * px;
  row[VISIBLE.ptmissY] += py - scale * py;
  return (scale * (measured / truth) * Math.exp(0.5 * (z * z - pull * pull))) / stretch;
}
