import { transverseMass } from '@deelema/kinematics';
import type { Separation } from './separation.ts';

/**
 * Whether the branches can share the missing transverse momentum at the threshold itself, M_T2 = M₀.
 *
 * At M₀ = m₁ + m_k1 the first branch leaves its invisible particle one momentum, k₁ = p₁ m_k1/m₁, and
 * all is decided by the second one: m_T(v₂, P − k₁) ≤ M₀. These are the unbalanced events.
 *
 * @param separation The branches, the one with the larger threshold first.
 * @param threshold M₀.
 */
export function sharedAtThreshold(separation: Separation, threshold: number): boolean {
  const { branch1, branch2, Px, Py } = separation;
  if (branch1.m === 0) return sharedByMassless(separation);
  const ratio = branch1.mk / branch1.m;
  const kx = Px - ratio * branch1.px;
  const ky = Py - ratio * branch1.py;
  return transverseMass(branch2.m, branch2.px, branch2.py, branch2.mk, kx, ky) <= threshold;
}

/**
 * The same with a massless v₁: m_T reaches its threshold m_k1 only along p₁, at infinity if m_k1 > 0.
 *
 * With everything massless M_T2 = 0 exactly if P = t₁ p₁ + t₂ p₂ with t₁, t₂ ≥ 0.
 */
function sharedByMassless({ branch1, branch2, Px, Py }: Separation): boolean {
  const { px, py, mk } = branch1;
  // Without transverse momentum m_T(v₁, k₁) = m_k1 for any k₁.
  if (px === 0 && py === 0) return true;
  if (branch2.m > 0) return false;
  const cross = px * branch2.py - py * branch2.px;
  // Back to back: one invisible particle can go far along p₁ and the other along p₂.
  if (cross === 0 && px * branch2.px + py * branch2.py <= 0) return true;
  if (mk > 0) return false;
  const t1 = Px * branch2.py - Py * branch2.px;
  const t2 = px * Py - py * Px;
  if (cross === 0) return t2 === 0 && px * Px + py * Py >= 0;
  return t1 * cross >= 0 && t2 * cross >= 0;
}
