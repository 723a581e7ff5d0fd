import { twoBodyDecay, zeroFourMomenta, type FourMomenta } from '@deelema/kinematics';
import type { Role } from '@deelema/events';
import type { RandomStream } from '@deelema/random';
import { decayChain, TWO_PI, type StableMasses } from './decay-chain.ts';
import type { Pairs } from './pair-sampler.ts';

/** What is drawn beforehand for one branch of n antlers: all but the angles that are flat in any case. */
export interface BranchDraws {
  /** Mass of A: n events, GeV. */
  readonly mA: Float64Array;
  /** Mass of B: n events, GeV. */
  readonly mB: Float64Array;
  /** Cosine of the angle of b to the direction of B, in the frame of B: n events. */
  readonly cosB: Float64Array;
}

/** Four-momenta of n antlers, by role. */
export type RoleMomenta = Readonly<Record<Role, FourMomenta>>;

/**
 * Lets n pairs A₁A₂ decay, A → a B and B → b C on either side.
 *
 * A₁ and A₂ leave the collision back to back, without recoil. The direction of B in the frame of A
 * is isotropic and all azimuths are flat; the polar angle of b is given.
 *
 * @param random Where the flat angles come from: seven draws per event.
 * @param pairs How the pairs leave the collision: n events.
 * @param branches Masses and polar angles of branch 1 and 2: n events each.
 * @param stable Masses of a, b and C, GeV.
 * @returns The four-momenta of a₁ … c₂ in the laboratory: n events, GeV.
 */
export function decayAntlers(
  random: RandomStream,
  pairs: Pairs,
  [one, two]: readonly [BranchDraws, BranchDraws],
  stable: StableMasses
): RoleMomenta {
  const n = pairs.mass.length;
  const momenta = emptyMomenta(n);
  const { a1, b1, a2, b2, c1, c2 } = momenta;
  const pair = new Float64Array(8);
  const chain = new Float64Array(12);
  for (let i = 0; i < n; ++i) {
    const along = pairs.mass[i] * Math.sinh(pairs.rapidity[i]);
    const phi = TWO_PI * random.uniform();
    twoBodyDecay(pairs.mass[i], 0, 0, along, one.mA[i], two.mA[i], pairs.cosTheta[i], phi, pair);
    decayChain(random, one.mA[i], one.mB[i], stable, one.cosB[i], pair, 1, chain);
    store(chain, i, a1, b1, c1);
    decayChain(random, two.mA[i], two.mB[i], stable, two.cosB[i], pair, 5, chain);
    store(chain, i, a2, b2, c2);
  }
  return momenta;
}

function emptyMomenta(n: number): RoleMomenta {
  const [a1, b1, a2, b2, c1, c2] = Array.from({ length: 6 }, () => zeroFourMomenta(n));
  return { a1, b1, a2, b2, c1, c2 };
}

function store(chain: Float64Array, i: number, ...particles: readonly FourMomenta[]): void {
  for (let k = 0; k < particles.length; ++k) {
    particles[k].e[i] = chain[4 * k];
    particles[k].px[i] = chain[4 * k + 1];
    particles[k].py[i] = chain[4 * k + 2];
    particles[k].pz[i] = chain[4 * k + 3];
  }
}
