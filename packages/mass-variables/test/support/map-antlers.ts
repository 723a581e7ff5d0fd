import type { AntlerEvents, Minima } from '@deelema/mass-variables';
import type { FourMomenta } from '@deelema/kinematics';

export type Vector = readonly [e: number, x: number, y: number, z: number];

/** Momenta with every vector mapped. */
export function mapMomenta(
  { e, px, py, pz }: FourMomenta,
  map: (p: Vector, i: number) => Vector
): FourMomenta {
  const rows = Array.from(e, (_, i) => map([e[i], px[i], py[i], pz[i]], i));
  const [E, x, y, z] = [0, 1, 2, 3].map((k) => Float64Array.from(rows, (row) => row[k]));
  return { e: E, px: x, py: y, pz: z };
}

/** Events with every vector mapped; the missing momentum as one without energy and z. */
export function mapAntlers(
  events: AntlerEvents,
  map: (p: Vector, i: number) => Vector
): AntlerEvents {
  const n = events.ptmissX.length;
  const missing = { e: new Float64Array(n), px: events.ptmissX, py: events.ptmissY };
  const { px, py } = mapMomenta({ ...missing, pz: new Float64Array(n) }, map);
  return {
    a1: mapMomenta(events.a1, map),
    b1: mapMomenta(events.b1, map),
    a2: mapMomenta(events.a2, map),
    b2: mapMomenta(events.b2, map),
    ptmissX: px,
    ptmissY: py,
  };
}

/** Events with branch 1 called 2 and the reverse. */
export function exchangeBranches(events: AntlerEvents): AntlerEvents {
  return { ...events, a1: events.a2, b1: events.b2, a2: events.a1, b2: events.b1 };
}

/** Events with b₁ and b₂ exchanged: the wrong pairing of right ones. */
export function exchangeB(events: AntlerEvents): AntlerEvents {
  return { ...events, b1: events.b2, b2: events.b1 };
}

/** How many minima have each status. */
export function countStatuses({ status }: Minima): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const one of status) ++counts[one];
  return counts;
}
