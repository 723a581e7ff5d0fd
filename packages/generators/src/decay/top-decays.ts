import { decayMomentum, directionAbout } from '@deelema/kinematics';
import type { RandomStream } from '@deelema/random';
import type { BranchMomenta } from './branch-momenta.ts';
import { leptonCosine } from './lepton-angle.ts';

const TWO_PI = 2 * Math.PI;

/**
 * Lets n tops decay, t → b W → b ℓ ν, with charged leptons that fly in given directions.
 *
 *     E_ℓ = ½ (E_W + p_W c),   cosψ = (p_W + E_W c)/(E_W + p_W c)
 *
 * ψ is the angle between W and lepton in the frame of the top, c that of `leptonCosine`. Everything
 * turns evenly about the lepton: |M|² ∝ (p_t·p_ℓ − m s·p_ℓ)(p_b·p_ν) knows the spin s of the top by the
 * direction of the lepton alone.
 *
 * @param random Where the other angles come from.
 * @param mt Masses of t: n events, GeV.
 * @param mW Masses of W: n events, GeV; mW + mb < mt.
 * @param mb Mass of the b quark, GeV; ℓ and ν have none.
 * @param leptons Directions of the charged leptons in the frames of their tops: three numbers for
 *  each of n events.
 * @param out Receives b quark and charged lepton, as a and b, in the frame of the top; c is left as
 *  it is.
 * @see M. Jeżabek, J. H. Kühn, Nucl. Phys. B 320 (1989) 20
 */
export function topDecays(
  random: RandomStream,
  mt: Float64Array,
  mW: Float64Array,
  mb: number,
  leptons: Float64Array,
  { a, b }: BranchMomenta
): void {
  const alongW = new Float64Array(3);
  for (let i = 0; i < mt.length; ++i) {
    const p = decayMomentum(mt[i], mW[i], mb);
    const energyW = Math.sqrt(mW[i] * mW[i] + p * p);
    const c = leptonCosine(random, mt[i], mW[i], mb);
    const energy = 0.5 * (energyW + p * c);
    // Rounding may carry the cosine past 1 where the lepton flies along the W.
    const cosPsi = Math.max(-1, Math.min(1, (0.5 * (p + energyW * c)) / energy));
    const lx = leptons[3 * i];
    const ly = leptons[3 * i + 1];
    const lz = leptons[3 * i + 2];
    directionAbout(lx, ly, lz, cosPsi, TWO_PI * random.uniform(), alongW);
    a.e[i] = Math.sqrt(mb * mb + p * p);
    a.px[i] = -p * alongW[0];
    a.py[i] = -p * alongW[1];
    a.pz[i] = -p * alongW[2];
    b.e[i] = energy;
    b.px[i] = energy * lx;
    b.py[i] = energy * ly;
    b.pz[i] = energy * lz;
  }
}
