import { heavyQuarks, lightPartons } from './grv94-partons.ts';
import { emptyPoint, setScale, setX } from './grv94-shapes.ts';
import type { PartonDistributions } from './parton-distributions.ts';
import { PARTON_COUNT, requirePartonIndex } from './partons.ts';

/** What GRV94 LO is asked for. */
export interface Grv94Options {
  /**
   * Whether charm and bottom are given; false if omitted. They are those of the authors' 1992 set:
   * the 1994 one has none, and with them the partons carry 1.06 of the proton's momentum.
   */
  readonly heavyFlavours?: boolean;
}

/** Range of validity: x, and Q² in GeV². */
const RANGE = { xMin: 1e-5, xMax: 1, q2Min: 0.4, q2Max: 1e6 } as const;

/**
 * The leading-order parton distributions of Glück, Reya and Vogt of 1994, in closed form.
 *
 *     u = u_v + ū,   d = d_v + d̄,   s = s̄,   each a function of x and s = ln[ln(Q²/Λ²)/ln(μ²/Λ²)]
 *
 * with μ² = 0.23 GeV² and Λ = 0.2322 GeV. Made for 10⁻⁵ < x < 1 and 0.4 < Q² < 10⁶ GeV²; frozen
 * outside. Three light flavours and the gluon carry 0.987 of the momentum at Q = 400 GeV. Cost: some
 * 15 exponentials per point, whether one parton is asked for or all.
 *
 * @param options Whether charm and bottom are given.
 * @returns The distributions, each instance with scratch memory of its own.
 * @see M. Glück, E. Reya, A. Vogt, Z. Phys. C 67 (1995) 433, appendix A; charm and bottom: the same,
 *  Z. Phys. C 53 (1992) 127, with μ² = 0.25 GeV² and Λ = 0.232 GeV
 */
export function grv94lo({ heavyFlavours = false }: Grv94Options = {}): PartonDistributions {
  const point = emptyPoint();
  const all = new Float64Array(PARTON_COUNT);
  const evaluate = (x: number, q2: number, out: Float64Array, at = 0): void => {
    out.fill(0, at, at + PARTON_COUNT);
    if (x >= 1) return;
    const scale = Math.min(Math.max(q2, RANGE.q2Min), RANGE.q2Max);
    setX(point, Math.max(x, RANGE.xMin));
    setScale(point, scale, 0.23, 0.2322);
    lightPartons(point, out, at);
    if (!heavyFlavours) return;
    setScale(point, scale, 0.25, 0.232);
    heavyQuarks(point, out, at);
  };
  const xf = (flavour: number, x: number, q2: number): number => {
    const index = requirePartonIndex('GRV94 LO', flavour);
    evaluate(x, q2, all);
    return all[index];
  };
  return { name: 'GRV94 LO', ...RANGE, xf, evaluate };
}
