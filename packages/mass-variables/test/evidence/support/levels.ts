import type { AntlerEvents } from '@deelema/mass-variables';
import type { FourMomenta } from '@deelema/kinematics';

type Vector = readonly [e: number, x: number, y: number, z: number];

/** One event in units of GeV, as a function of its four unknowns (k₁x, k₁y, η₁, η₂). */
export interface LevelProblem {
  /** a_i + b_i and b_i of both branches. */
  readonly p: readonly [Vector, Vector];
  readonly b: readonly [Vector, Vector];
  readonly P: readonly [number, number];
  readonly m: readonly [number, number];
}

/** m_A1²/2, m_A2²/2, m_B1²/2, m_B2²/2 and the row of their derivatives by the unknowns. */
export interface Levels {
  readonly value: number[];
  readonly slope: number[][];
}

export function levelProblem(
  events: AntlerEvents,
  i: number,
  trial: number | readonly [number, number]
): LevelProblem {
  const at = (k: FourMomenta): Vector => [k.e[i], k.px[i], k.py[i], k.pz[i]];
  const sum = (a: Vector, b: Vector): Vector => [
    a[0] + b[0],
    a[1] + b[1],
    a[2] + b[2],
    a[3] + b[3],
  ];
  const b1 = at(events.b1);
  const b2 = at(events.b2);
  return {
    p: [sum(at(events.a1), b1), sum(at(events.a2), b2)],
    b: [b1, b2],
    P: [events.ptmissX[i], events.ptmissY[i]],
    m: typeof trial === 'number' ? [trial, trial] : trial,
  };
}

/** All four masses and their derivatives; momenta are (m_T cosh η, k_T, m_T sinh η), on their mass shells. */
export function levels({ p, b, P, m }: LevelProblem, x: readonly number[]): Levels {
  const [kx, ky, eta1, eta2] = x;
  const first = chain(m[0], kx, ky, eta1);
  const second = chain(m[1], P[0] - kx, P[1] - ky, eta2);
  const both = [first(p[0]), second(p[1]), first(b[0]), second(b[1])];
  return {
    value: both.map(({ level }) => level),
    slope: both.map(({ byX, byY, byEta }, row) =>
      row % 2 === 0 ? [byX, byY, byEta, 0] : [-byX, -byY, 0, byEta]
    ),
  };
}

/** (o + k)²/2 with its derivatives, as a function of o. */
function chain(m: number, kx: number, ky: number, eta: number) {
  const mT = Math.sqrt(m * m + kx * kx + ky * ky);
  const cosh = Math.cosh(eta);
  const sinh = Math.sinh(eta);
  return (o: Vector) => {
    const along = o[0] * cosh - o[3] * sinh;
    const own = Math.max(0, o[0] ** 2 - o[1] ** 2 - o[2] ** 2 - o[3] ** 2);
    return {
      level: (own + m * m) / 2 + mT * along - o[1] * kx - o[2] * ky,
      byX: (kx / mT) * along - o[1],
      byY: (ky / mT) * along - o[2],
      byEta: mT * (o[0] * sinh - o[3] * cosh),
    };
  };
}
