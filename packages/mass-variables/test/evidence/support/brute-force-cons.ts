import type { AntlerEvents, Resonance } from '@deelema/mass-variables';
import { twoBodyDecay, type FourMomenta } from '@deelema/kinematics';
import type { RandomStream } from '@deelema/random';
import { nelderMead } from './nelder-mead.ts';

/** Simplices around the best point of the one before: radians and units of rapidity. */
const SIZES = [1, 0.5, 0.2, 0.1, 0.03, 0.01, 1e-3, 1e-4];

/**
 * M_2Cons straight from its definition: K = k₁ + k₂ from the rapidity of Y, its decay into k₁ and k₂ by two
 * angles in its rest frame, and a simplex in these three unknowns from many random starts.
 *
 * @returns The lowest of all max(M₁, M₂), GeV.
 */
export function bruteForceCons(
  subsystem: 'ab' | 'b',
  events: AntlerEvents,
  i: number,
  trial: readonly [number, number],
  { mass, pz }: Resonance,
  random: RandomStream,
  starts: number
): number {
  const larger = largerMass(subsystem, events, i, trial, mass, pz);
  let best = Infinity;
  for (let j = 0; j < starts; ++j) {
    let here = [2 * random.normal(), Math.PI * random.uniform(), 2 * Math.PI * random.uniform()];
    for (const size of SIZES) here = nelderMead(larger, here, size, 200);
    best = Math.min(best, larger(here));
  }
  return best;
}

function largerMass(
  subsystem: 'ab' | 'b',
  events: AntlerEvents,
  i: number,
  trial: readonly [number, number],
  mass: number,
  pz: number | undefined
): (x: readonly number[]) => number {
  const at = (k: FourMomenta): number[] => [k.e[i], k.px[i], k.py[i], k.pz[i]];
  const [a1, b1, a2, b2] = [events.a1, events.b1, events.a2, events.b2].map(at);
  const sum = (...all: number[][]): number[] =>
    [0, 1, 2, 3].map((c) => all.reduce((s, v) => s + v[c], 0));
  const visible = sum(a1, b1, a2, b2);
  const [o1, o2] = subsystem === 'ab' ? [sum(a1, b1), sum(a2, b2)] : [b1, b2];
  const P = [events.ptmissX[i], events.ptmissY[i]];
  const mT = Math.sqrt(mass ** 2 + (visible[1] + P[0]) ** 2 + (visible[2] + P[1]) ** 2);
  const known = pz === undefined ? undefined : Math.asinh(pz / mT);
  const k = new Float64Array(8);
  return ([y, theta, phi]) => {
    const rapidity = known ?? Math.atanh(visible[3] / visible[0]) + y;
    const K = [
      mT * Math.cosh(rapidity) - visible[0],
      P[0],
      P[1],
      mT * Math.sinh(rapidity) - visible[3],
    ];
    const s = square(K);
    if (!(s > (trial[0] + trial[1]) ** 2 && K[0] > 0)) return Infinity;
    twoBodyDecay(Math.sqrt(s), K[1], K[2], K[3], trial[0], trial[1], Math.cos(theta), phi, k);
    const first = square(sum(o1, Array.from(k.subarray(0, 4))));
    const second = square(sum(o2, Array.from(k.subarray(4, 8))));
    return Math.sqrt(Math.max(first, second, 0));
  };
}

function square([e, x, y, z]: readonly number[]): number {
  return e * e - x * x - y * y - z * z;
}
