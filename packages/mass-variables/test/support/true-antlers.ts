import { twoBodyDecay } from '@deelema/kinematics';
import { SOLUTION, TRIAL, VISIBLE } from '@deelema/mass-variables';
import { stream, type RandomStream } from '@deelema/random';

/** An antler made by decays, with all that is hidden of it. */
export interface TrueAntler {
  /** Laid out as `VISIBLE`, GeV. */
  readonly visible: Float64Array;
  /** Laid out as `TRIAL`, GeV. */
  readonly trial: Float64Array;
  /** k₁ and k₂, laid out as `SOLUTION`, GeV. */
  readonly invisible: Float64Array;
}

/** Masses of a branch, GeV. */
export interface BranchMasses {
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly a: number;
  readonly b: number;
}

/** n antlers with flat decays; the A's have unrelated Gaussian momenta of the size of their mass. */
export function trueAntlers(name: string, n: number, masses: BranchMasses): TrueAntler[] {
  return Array.from({ length: n }, (_, i) => trueAntler(stream(1, 'antler', name, i), masses));
}

function trueAntler(random: RandomStream, masses: BranchMasses): TrueAntler {
  const visible = new Float64Array(VISIBLE.length);
  const invisible = new Float64Array(SOLUTION.length);
  decayBranch(random, masses, visible, VISIBLE.a1E, invisible, SOLUTION.k1E);
  decayBranch(random, masses, visible, VISIBLE.a2E, invisible, SOLUTION.k2E);
  visible[VISIBLE.ptmissX] = invisible[SOLUTION.k1x] + invisible[SOLUTION.k2x];
  visible[VISIBLE.ptmissY] = invisible[SOLUTION.k1y] + invisible[SOLUTION.k2y];
  const { A, B, C } = masses;
  return { visible, trial: Float64Array.of(A, B, C, A, B, C), invisible };
}

function decayBranch(
  random: RandomStream,
  { A, B, C, a, b }: BranchMasses,
  visible: Float64Array,
  at: number,
  invisible: Float64Array,
  to: number
): void {
  const out = new Float64Array(8);
  const angles = (): [number, number] => [2 * random.uniform() - 1, 2 * Math.PI * random.uniform()];
  const [px, py, pz] = [0, 0, 0].map(() => A * random.normal());
  twoBodyDecay(A, px, py, pz, a, B, ...angles(), out);
  visible.set(out.subarray(0, 4), at);
  twoBodyDecay(B, out[5], out[6], out[7], b, C, ...angles(), out);
  visible.set(out.subarray(0, 4), at + 4);
  invisible.set(out.subarray(4), to);
}

/** Largest violation of the conditions by a solution, relative to the squared mass of the heaviest A. */
export function violation({ visible: v, trial }: TrueAntler, k: Float64Array): number {
  const branch = (at: number, to: number, from: number): number[] => [
    squared(k.subarray(to, to + 4)) - trial[from + TRIAL.C1] ** 2,
    squared(v.subarray(at + 4, at + 8), k.subarray(to, to + 4)) - trial[from + TRIAL.B1] ** 2,
    squared(v.subarray(at, at + 4), v.subarray(at + 4, at + 8), k.subarray(to, to + 4)) -
      trial[from + TRIAL.A1] ** 2,
  ];
  const scale = Math.max(trial[TRIAL.A1], trial[TRIAL.A2]);
  const closure = [
    k[SOLUTION.k1x] + k[SOLUTION.k2x] - v[VISIBLE.ptmissX],
    k[SOLUTION.k1y] + k[SOLUTION.k2y] - v[VISIBLE.ptmissY],
  ];
  const shells = [
    ...branch(VISIBLE.a1E, SOLUTION.k1E, TRIAL.A1),
    ...branch(VISIBLE.a2E, SOLUTION.k2E, TRIAL.A2),
  ];
  return Math.max(
    ...shells.map((off) => Math.abs(off) / scale ** 2),
    ...closure.map((off) => Math.abs(off) / scale)
  );
}

/** Squared mass of a sum of four-momenta. */
function squared(...momenta: Float64Array[]): number {
  const [e, x, y, z] = [0, 1, 2, 3].map((c) => momenta.reduce((sum, p) => sum + p[c], 0));
  return e * e - x * x - y * y - z * z;
}
