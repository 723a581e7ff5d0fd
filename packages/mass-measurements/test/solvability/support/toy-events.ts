import { twoBodyDecay, zeroFourMomenta, type FourMomenta } from '@deelema/kinematics';
import type { AntlerEvents } from '@deelema/mass-variables';
import { pairProduction } from '@deelema/pair-production';
import { grv94lo } from '@deelema/parton-distributions';
import { stream, type RandomStream } from '@deelema/random';

/** Masses of A, B and C, GeV; a and b are massless. */
export type ToyMasses = readonly [mA: number, mB: number, mC: number];

/** The toy of PRR 5, 043186. */
export const TOY: ToyMasses = [1000, 800, 700];

/** n antlers with flat decays from gluino pairs at 13 TeV, paired rightly, without smearing. */
export function toyEvents(n: number, seed: number, [mA, mB, mC]: ToyMasses = TOY): AntlerEvents {
  const random = stream(seed, 'toy');
  const { sample } = pairProduction({
    ...{ beamEnergy: 13000, process: 'gluino-pair', partons: grv94lo(), poleMass: mA, seed },
    masses: { count: 2, least: [mA, mA], draw: (_, masses) => masses.fill(mA) },
  });
  const pairs = sample(random, n);
  const [a1, b1, a2, b2] = [0, 1, 2, 3].map(() => zeroFourMomenta(n));
  const [ptmissX, ptmissY] = [new Float64Array(n), new Float64Array(n)];
  const pair = new Float64Array(8);
  for (let i = 0; i < n; ++i) {
    const pz = pairs.mass[i] * Math.sinh(pairs.rapidity[i]);
    const phi = 2 * Math.PI * random.uniform();
    twoBodyDecay(pairs.mass[i], 0, 0, pz, mA, mA, pairs.cosTheta[i], phi, pair);
    const one = decay(random, pair.subarray(1, 4), [mA, mB, mC], i, a1, b1);
    const two = decay(random, pair.subarray(5, 8), [mA, mB, mC], i, a2, b2);
    ptmissX[i] = one[0] + two[0];
    ptmissY[i] = one[1] + two[1];
  }
  return { a1, b1, a2, b2, ptmissX, ptmissY };
}

/** A → a B → a b C; the transverse momentum of C. */
function decay(
  random: RandomStream,
  p: Float64Array,
  [mA, mB, mC]: ToyMasses,
  i: number,
  a: FourMomenta,
  b: FourMomenta
): [number, number] {
  const [first, second] = [new Float64Array(8), new Float64Array(8)];
  const angles = (): [number, number] => [2 * random.uniform() - 1, 2 * Math.PI * random.uniform()];
  twoBodyDecay(mA, p[0], p[1], p[2], 0, mB, ...angles(), first);
  twoBodyDecay(mB, first[5], first[6], first[7], 0, mC, ...angles(), second);
  put(a, i, first);
  put(b, i, second);
  return [second[5], second[6]];
}

function put({ e, px, py, pz }: FourMomenta, i: number, from: Float64Array): void {
  [e[i], px[i], py[i], pz[i]] = from;
}

/** The events with b₁ and b₂ exchanged in one of five. */
export function exchangeSome(events: AntlerEvents): AntlerEvents {
  const [b1, b2] = [zeroFourMomenta(events.ptmissX.length), zeroFourMomenta(events.ptmissX.length)];
  for (const key of ['e', 'px', 'py', 'pz'] as const) {
    b1[key].set(events.b1[key]);
    b2[key].set(events.b2[key]);
    for (let i = 0; i < b1.e.length; i += 5) {
      b1[key][i] = events.b2[key][i];
      b2[key][i] = events.b1[key][i];
    }
  }
  return { ...events, b1, b2 };
}

/** Events first … end − 1. */
export function part(events: AntlerEvents, first: number, end: number): AntlerEvents {
  const cut = ({ e, px, py, pz }: FourMomenta): FourMomenta => ({
    e: e.slice(first, end),
    px: px.slice(first, end),
    py: py.slice(first, end),
    pz: pz.slice(first, end),
  });
  return {
    a1: cut(events.a1),
    b1: cut(events.b1),
    a2: cut(events.a2),
    b2: cut(events.b2),
    ptmissX: events.ptmissX.slice(first, end),
    ptmissY: events.ptmissY.slice(first, end),
  };
}

/** All momenta times a factor. */
export function scaled(events: AntlerEvents, k: number): AntlerEvents {
  const times = ({ e, px, py, pz }: FourMomenta): FourMomenta => ({
    e: e.map((x) => k * x),
    px: px.map((x) => k * x),
    py: py.map((x) => k * x),
    pz: pz.map((x) => k * x),
  });
  return {
    a1: times(events.a1),
    b1: times(events.b1),
    a2: times(events.a2),
    b2: times(events.b2),
    ptmissX: events.ptmissX.map((x) => k * x),
    ptmissY: events.ptmissY.map((x) => k * x),
  };
}
