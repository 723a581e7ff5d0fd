import { TRIAL, VISIBLE } from '@deelema/mass-variables';
import { leptonAngleWeight, topWidthFactor } from './top-decay.ts';

/**
 * What the decays of one branch contribute at given masses, whatever the solution.
 *
 *     flat   1/(Φ_A Φ_B),   Φ_A = λ^{1/2}(m_A², m_B², a²)/m_A²,   Φ_B = λ^{1/2}(m_B², b², m_C²)/m_B²
 *     top    the same times W(m_A, m_B) and the lepton's angle, a function of (a + b)² here
 *
 * @param row The event, laid out as `VISIBLE`.
 * @param at Where a of the branch starts.
 * @param trial Masses, laid out as `TRIAL`.
 * @param from Where those of the branch start.
 * @param top Whether A is a top.
 * @returns GeV⁴ for a top; 0 where A or B could not decay.
 */
export function decayWeight(
  row: Float64Array,
  at: number,
  trial: Float64Array,
  from: number,
  top: boolean
): number {
  const b = at + VISIBLE.b1E - VISIBLE.a1E;
  const aa = squaredMass(row, at);
  const bb = squaredMass(row, b);
  const mA = trial[from + TRIAL.A1];
  const mB = trial[from + TRIAL.B1];
  const mC = trial[from + TRIAL.C1];
  const s = mA * mA;
  const t = mB * mB;
  const spaceA = (s - t - aa) * (s - t - aa) - 4 * t * aa;
  const spaceB = (t - mC * mC - bb) * (t - mC * mC - bb) - 4 * mC * mC * bb;
  if (!(spaceA > 0 && spaceB > 0)) return 0;
  const flat = (s * t) / Math.sqrt(spaceA * spaceB);
  if (!top) return flat;
  const x =
    2 *
    (row[at] * row[b] -
      row[at + 1] * row[b + 1] -
      row[at + 2] * row[b + 2] -
      row[at + 3] * row[b + 3]);
  return flat * topWidthFactor(mA, mB, Math.sqrt(aa)) * leptonAngleWeight(s, t, aa, x);
}

function squaredMass(row: Float64Array, at: number): number {
  const e = row[at];
  const p2 = row[at + 1] * row[at + 1] + row[at + 2] * row[at + 2] + row[at + 3] * row[at + 3];
  const s = e * e - p2;
  return s < 16 * Number.EPSILON * e * e ? 0 : s;
}
