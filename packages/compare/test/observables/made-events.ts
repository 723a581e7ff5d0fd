import { boost, decayMomentum, directionAbout } from '@deelema/kinematics';
import type { Event, Momentum } from '../support.ts';

/** Masses of an antler, GeV; a and b are massless. */
export const MASSES = { A: 1000, B: 800, C: 700 } as const;

/** Angles of one branch: of a in the rest frame of A, and of b in that of B; radians. */
export interface BranchAngles {
  /** Between a and the flight of A in the pair's frame; azimuth about it. */
  readonly cosA: number;
  readonly phiA: number;
  /** Between b and the flight of B in the frame of A; azimuth about it. */
  readonly cosB: number;
  readonly phiB: number;
}

/** How a pair is produced: its mass (GeV), the direction of A1 in its rest frame, its momentum (GeV). */
export interface Production {
  readonly mass: number;
  readonly cosTheta: number;
  readonly phi: number;
  readonly momentum: readonly [number, number, number];
}

/** An event with the given angles, built from the inside out. */
export function madeEvent(
  { mass, cosTheta, phi, momentum }: Production,
  one: BranchAngles,
  two: BranchAngles
): Event {
  const p = decayMomentum(mass, MASSES.A, MASSES.A);
  const k = directionOf([0, 0, 1], cosTheta, phi);
  const lab = (q: Momentum): Momentum => boosted(q, mass, momentum);
  const branch = (sign: 1 | -1, angles: BranchAngles) => {
    const flight = k.map((x) => sign * x) as Vector;
    const [a, b, c] = decayed(flight, angles).map((q) =>
      lab(boosted(q, MASSES.A, scaled(flight, p)))
    );
    return { a, b, c };
  };
  const [first, second] = [branch(1, one), branch(-1, two)];
  return {
    a1: first.a,
    b1: first.b,
    c1: first.c,
    a2: second.a,
    b2: second.b,
    c2: second.c,
  };
}

type Vector = [number, number, number];

/** a, b and C in the rest frame of A. */
function decayed(flight: Vector, { cosA, phiA, cosB, phiB }: BranchAngles): Momentum[] {
  const pa = decayMomentum(MASSES.A, MASSES.B, 0);
  const pb = decayMomentum(MASSES.B, MASSES.C, 0);
  const toA = directionOf(flight, cosA, phiA);
  const toB = toA.map((x) => -x) as Vector;
  const direction = directionOf(toB, cosB, phiB);
  const b: Momentum = [pb, ...scaled(direction, pb)];
  const c: Momentum = [Math.hypot(MASSES.C, pb), ...scaled(direction, -pb)];
  return [
    [pa, ...scaled(toA, pa)],
    boosted(b, MASSES.B, scaled(toB, pa)),
    boosted(c, MASSES.B, scaled(toB, pa)),
  ];
}

function directionOf(axis: readonly number[], cosTheta: number, phi: number): Vector {
  const out = new Float64Array(3);
  directionAbout(axis[0], axis[1], axis[2], cosTheta, phi, out);
  return [out[0], out[1], out[2]];
}

function scaled(v: readonly number[], factor: number): Vector {
  return [factor * v[0], factor * v[1], factor * v[2]];
}

/** From the rest frame of a particle to the frame where it has a momentum. */
export function boosted(q: Momentum, m: number, p: readonly [number, number, number]): Momentum {
  const out = new Float64Array(4);
  boost(q[0], q[1], q[2], q[3], m, p[0], p[1], p[2], out);
  return [out[0], out[1], out[2], out[3]];
}
