import type { FourMomenta } from '@deelema/kinematics';

/** Events of an antler: visible particles by role and missing momentum, GeV. */
export interface Events {
  readonly visible: Readonly<Record<'a1' | 'a2' | 'b1' | 'b2', FourMomenta>>;
  readonly ptmiss: { readonly px: Float64Array; readonly py: Float64Array };
}

export const N = 400;

/** Masses of the visible particles, GeV. */
export const MASSES = { a1: 5, a2: 5, b1: 0, b2: 0 } as const;

const ROLES = ['a1', 'a2', 'b1', 'b2'] as const;

/** Numbers from 0 to 1 spread evenly: multiples of an irrational number, modulo 1. */
function spread(i: number, k: number): number {
  return (i * Math.sqrt(2 + k) + k * Math.SQRT2) % 1;
}

/** Events in all directions, boosted along z by rapidities up to 2, with missing momentum of its own. */
export function events(): Events {
  const particle = (k: number): FourMomenta => {
    const m = MASSES[ROLES[k]];
    const column = (of: (i: number) => number): Float64Array =>
      Float64Array.from({ length: N }, (_, i) => of(i));
    const size = (i: number): number => 20 + 300 * spread(i + 1, 3 * k + 1);
    const cosine = (i: number): number => 2 * spread(i + 1, 3 * k + 3) - 1;
    const azimuth = (i: number): number => 2 * Math.PI * spread(i + 1, 3 * k + 5);
    const across = (i: number): number => size(i) * Math.sqrt(1 - cosine(i) ** 2);
    return {
      e: column((i) => Math.hypot(m, size(i))),
      px: column((i) => across(i) * Math.cos(azimuth(i))),
      py: column((i) => across(i) * Math.sin(azimuth(i))),
      pz: column((i) => size(i) * cosine(i)),
    };
  };
  const [a1, a2, b1, b2] = [0, 1, 2, 3].map(particle);
  const missing = (k: number): Float64Array =>
    Float64Array.from({ length: N }, (_, i) => 400 * (spread(i + 1, k) - 0.5));
  const still = { visible: { a1, a2, b1, b2 }, ptmiss: { px: missing(17), py: missing(18) } };
  return boosted(still, (i) => 4 * spread(i + 1, 20) - 2);
}

/** The events after the same change of every particle, written as (E, px, py, pz) → the same. */
export function changed(
  { visible, ptmiss }: Events,
  change: (p: readonly number[], i: number) => readonly number[]
): Events {
  const of = (p: FourMomenta): FourMomenta => {
    const rows = [...p.e.keys()].map((i) => change([p.e[i], p.px[i], p.py[i], p.pz[i]], i));
    const [e, px, py, pz] = [0, 1, 2, 3].map((k) => Float64Array.from(rows, (row) => row[k]));
    return { e, px, py, pz };
  };
  const zero = new Float64Array(ptmiss.px.length);
  const { px, py } = of({ e: zero, px: ptmiss.px, py: ptmiss.py, pz: zero });
  const { a1, a2, b1, b2 } = visible;
  return { visible: { a1: of(a1), a2: of(a2), b1: of(b1), b2: of(b2) }, ptmiss: { px, py } };
}

export function boosted(all: Events, rapidity: (i: number) => number): Events {
  return changed(all, ([e, px, py, pz], i) => {
    const [cosh, sinh] = [Math.cosh(rapidity(i)), Math.sinh(rapidity(i))];
    return [cosh * e + sinh * pz, px, py, cosh * pz + sinh * e];
  });
}

export function rotated(all: Events, angle: (i: number) => number): Events {
  return changed(all, ([e, px, py, pz], i) => {
    const [cosine, sine] = [Math.cos(angle(i)), Math.sin(angle(i))];
    return [e, cosine * px - sine * py, cosine * py + sine * px, pz];
  });
}

/** Branch 1 for branch 2. */
export function branchesExchanged({ visible: { a1, a2, b1, b2 }, ptmiss }: Events): Events {
  return { visible: { a1: a2, a2: a1, b1: b2, b2: b1 }, ptmiss };
}
