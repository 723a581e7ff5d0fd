import type { LikelihoodSettings } from './settings.ts';
import type { TrialGrid } from './trial-grid.ts';

/** Largest edge: beyond, the rise is no longer that of an inverse root. */
const MOST = 0.01;

/**
 * How far from the merging of two solutions their density may be replaced by its mean, without a trace in
 * what is averaged over energies and masses: a small part of how far these draws reach.
 *
 *     edge = max(½ Γ_A/(m_A − m_B), ½ Γ_B/(m_B − m_C), least σ(E)/E), 0.01 at most
 *
 * @param settings What made the events.
 * @param grid Trial masses.
 * @returns `edge` of `SolutionSum`; 0 for narrow antlers without a resolution.
 */
export function softEdge(
  { widthA, widthB, resolution, mC }: LikelihoodSettings,
  { mA, mB }: TrialGrid
): number {
  const a = mA[mA.length >> 1];
  const b = mB[mB.length >> 1];
  const tables = [resolution.a, resolution.b].flatMap((table) => (table ? [table] : []));
  const ofEnergies = tables.map((table) => Math.min(...table.resolution));
  const ofA = (0.5 * widthA) / Math.abs(a - b);
  const ofB = (0.5 * widthB) / Math.abs(b - Math.min(...mC));
  return Math.min(MOST, Math.max(ofA, ofB, ...ofEnergies));
}
