import { twoBodyDecay, zeroFourMomenta, type FourMomenta } from '@deelema/kinematics';
import type { AntlerEvents } from '@deelema/mass-variables';
import { pairProduction } from '@deelema/pair-production';
import { grv94lo } from '@deelema/parton-distributions';
import { stream, type RandomStream } from '@deelema/random';

/** Masses and widths of the antlers, GeV. */
export interface Resonances {
  readonly A: readonly [mass: number, width: number];
  readonly B: readonly [mass: number, width: number];
  readonly C: number;
}

/** n antlers from gluino pairs at 13 TeV with flat decays; A and B have Breit–Wigner masses. */
export function offShellEvents(n: number, seed: number, { A, B, C }: Resonances): AntlerEvents {
  const random = stream(seed, 'off shell');
  const [mass, width] = A;
  const { sample } = pairProduction({
    ...{ beamEnergy: 13000, process: 'gluino-pair', partons: grv94lo(), poleMass: mass, seed },
    masses: {
      count: 2,
      least: [mass - 15 * width, mass - 15 * width],
      draw: (source, masses) => {
        masses[0] = breitWigner(source, mass, width);
        masses[1] = breitWigner(source, mass, width);
      },
    },
  });
  const pairs = sample(random, n);
  const [a1, b1, a2, b2] = [0, 1, 2, 3].map(() => zeroFourMomenta(n));
  const [ptmissX, ptmissY] = [new Float64Array(n), new Float64Array(n)];
  const pair = new Float64Array(8);
  for (let i = 0; i < n; ++i) {
    const [m1, m2] = [pairs.masses[0][i], pairs.masses[1][i]];
    const pz = pairs.mass[i] * Math.sinh(pairs.rapidity[i]);
    const phi = 2 * Math.PI * random.uniform();
    twoBodyDecay(pairs.mass[i], 0, 0, pz, m1, m2, pairs.cosTheta[i], phi, pair);
    const masses = (m: number): [number, number, number] => [m, breitWigner(random, ...B), C];
    const one = decay(random, pair.subarray(1, 4), masses(m1), i, a1, b1);
    const two = decay(random, pair.subarray(5, 8), masses(m2), i, a2, b2);
    ptmissX[i] = one[0] + two[0];
    ptmissY[i] = one[1] + two[1];
  }
  return { a1, b1, a2, b2, ptmissX, ptmissY };
}

function breitWigner(random: RandomStream, mass: number, width: number): number {
  for (;;) {
    const square = mass * mass + mass * width * Math.tan(Math.PI * (random.uniform() - 0.5));
    if (Math.abs(Math.sqrt(square) - mass) < 15 * width) return Math.sqrt(square);
  }
}

/** A → a B → a b C; the transverse momentum of C. */
function decay(
  random: RandomStream,
  p: Float64Array,
  [mA, mB, mC]: readonly [number, number, number],
  i: number,
  a: FourMomenta,
  b: FourMomenta
): [number, number] {
  const [first, second] = [new Float64Array(8), new Float64Array(8)];
  const angles = (): [number, number] => [2 * random.uniform() - 1, 2 * Math.PI * random.uniform()];
  twoBodyDecay(mA, p[0], p[1], p[2], 0, mB, ...angles(), first);
  twoBodyDecay(mB, first[5], first[6], first[7], 0, mC, ...angles(), second);
  for (const [particle, from] of [
    [a, first],
    [b, second],
  ] as const) {
    [particle.e[i], particle.px[i], particle.py[i], particle.pz[i]] = from;
  }
  return [second[5], second[6]];
}
