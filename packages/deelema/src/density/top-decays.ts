import { add, div, log, maximum, mul, square } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Momenta } from '../momenta.ts';
import { dot4 } from './arithmetic.ts';
import type { Shell } from './chains.ts';
import type { CompletedEvent } from './completed-event.ts';

/** Least product of two momenta that rounding leaves positive, units of `unit` squared. */
const LEAST_PRODUCT = 1e-6;

/**
 * ln of how much likelier than evenly t → b W, W → ℓ ν decay as they did, both branches together.
 *
 *     Σ_branches ln[(p_t·p_ℓ)(p_b·p_ν) / ⟨(p_t·p_ℓ)(p_b·p_ν)⟩]
 *
 *     2 p_t·p_ℓ = q² + X,   X = 2 p_b·p_ℓ,   Y = 2 p_b·p_ν
 *     ⟨4 (p_t·p_ℓ)(p_b·p_ν)⟩ = ¼ [(X + Y)(2q² + ⅔(X + Y)) + ⁴⁄₃ q² m_b²]
 *
 * The mean is over the angles of the decay of a W of mass q, for massless ℓ and ν. Spins of the two tops are taken as
 * uncorrelated.
 *
 * @param completed Antlers, of which a is the b quark, b the charged lepton and the invisible the neutrino.
 * @param shells Of the antler.
 * @returns [n, S].
 * @see G. L. Kane, G. A. Ladinsky, C.-P. Yuan, Phys. Rev. D 45 (1992) 124
 */
export function logTopDecays(completed: CompletedEvent, shells: readonly Shell[]): Tensor2D {
  const { visibles, invisible, masses } = completed;
  const [one, two] = invisible.map((neutrino, branch) => {
    const top = shells.findIndex((shell) => shell.branch === branch);
    const [bottom, lepton] = [top, top + 1].map((i) => visibles[shells[i].own[0]]);
    return logTopDecay(bottom, lepton, neutrino, square(masses[top + 1]));
  });
  return add(one, two);
}

function logTopDecay(
  bottom: Momenta<Tensor2D>,
  lepton: Momenta<Tensor2D>,
  neutrino: Momenta<Tensor2D>,
  q2: Tensor2D
): Tensor2D {
  const x = twice(bottom, lepton);
  const y = twice(bottom, neutrino);
  const both: Tensor2D = add(x, y);
  const mb2 = maximum(dot4(bottom, bottom), 0);
  const massless = mul(both, add(mul(q2, 2), mul(both, 2 / 3)));
  const mean = mul(add(massless, mul(mul(q2, mb2), 4 / 3)), 0.25);
  return log(div(mul(add(q2, x), y), mean));
}

function twice(p: Momenta<Tensor2D>, q: Momenta<Tensor2D>): Tensor2D {
  return mul(maximum(dot4(p, q), LEAST_PRODUCT / 2), 2);
}
