import { SOLUTION, VISIBLE } from '@deelema/mass-variables';
import { PAIR, type PairDensity } from '@deelema/pair-production';

/**
 * What the production of the pair contributes to a solution.
 *
 *     density(√ŝ, y, cosθ*) / (β √ŝ),   β = 2p*∕√ŝ
 *
 * cosθ* = p_z/p* in the frame of the pair with its z axis midway between the directions of the beams
 * (Collins–Soper), where a boost across the beams leaves p_z what it is.
 */
export class PairWeight {
  readonly #evaluate: PairDensity['evaluate'];
  readonly #pair = new Float64Array(PAIR.length);

  /** @param density Of the pair. */
  constructor({ evaluate }: PairDensity) {
    this.#evaluate = evaluate;
  }

  /** Sets masses of A₁ and A₂ and the pole mass, GeV. */
  setMasses(m1: number, m2: number, pole: number): void {
    this.#pair[PAIR.m1] = m1;
    this.#pair[PAIR.m2] = m2;
    this.#pair[PAIR.poleMass] = pole;
  }

  /**
   * The weight of a solution.
   *
   * @param v The event, laid out as `VISIBLE`.
   * @param k Solutions, laid out as `SOLUTION`.
   * @param at Where the one wanted starts.
   */
  of(v: Float64Array, k: Float64Array, at: number): number {
    const pair = this.#pair;
    const e1 = v[VISIBLE.a1E] + v[VISIBLE.b1E] + k[at + SOLUTION.k1E];
    const z1 = v[VISIBLE.a1z] + v[VISIBLE.b1z] + k[at + SOLUTION.k1z];
    const e = e1 + v[VISIBLE.a2E] + v[VISIBLE.b2E] + k[at + SOLUTION.k2E];
    const z = z1 + v[VISIBLE.a2z] + v[VISIBLE.b2z] + k[at + SOLUTION.k2z];
    const x =
      v[VISIBLE.a1x] + v[VISIBLE.b1x] + v[VISIBLE.a2x] + v[VISIBLE.b2x] + v[VISIBLE.ptmissX];
    const y =
      v[VISIBLE.a1y] + v[VISIBLE.b1y] + v[VISIBLE.a2y] + v[VISIBLE.b2y] + v[VISIBLE.ptmissY];
    const transverse = (e - z) * (e + z);
    const sHat = transverse - x * x - y * y;
    const sum = pair[PAIR.m1] + pair[PAIR.m2];
    const difference = pair[PAIR.m1] - pair[PAIR.m2];
    const betaSquared = (1 - (sum * sum) / sHat) * (1 - (difference * difference) / sHat);
    // At threshold rounding decides; β of the density and of the phase space cancel there.
    if (!(sHat > sum * sum && betaSquared > 0)) return 0;
    const mass = Math.sqrt(sHat);
    const betaMass = mass * Math.sqrt(betaSquared);
    const cosine = (2 * (z1 * e - e1 * z)) / (Math.sqrt(transverse) * betaMass);
    pair[PAIR.mass] = mass;
    pair[PAIR.rapidity] = 0.5 * Math.log((e + z) / (e - z));
    pair[PAIR.cosTheta] = Math.max(-1, Math.min(1, cosine));
    this.#evaluate(pair);
    return pair[PAIR.density] / betaMass;
  }
}
