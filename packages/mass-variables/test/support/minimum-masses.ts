import type { AntlerEvents, Minima } from '@deelema/mass-variables';

/** The masses of one event's parents with given invisible momenta, and how these miss pTmiss, GeV. */
export interface ParentMasses {
  readonly A1: number;
  readonly A2: number;
  readonly B1: number;
  readonly B2: number;
  readonly C1: number;
  readonly C2: number;
  /** |k₁T + k₂T − pTmiss|. */
  readonly open: number;
}

type Columns = AntlerEvents['a1'];

/** The masses of event i with the momenta of a minimum, from the four-momenta alone. */
export function parentMasses(events: AntlerEvents, { k1, k2 }: Minima, i: number): ParentMasses {
  const x = k1.px[i] + k2.px[i] - events.ptmissX[i];
  const y = k1.py[i] + k2.py[i] - events.ptmissY[i];
  return {
    A1: massOf(i, events.a1, events.b1, k1),
    A2: massOf(i, events.a2, events.b2, k2),
    B1: massOf(i, events.b1, k1),
    B2: massOf(i, events.b2, k2),
    C1: massOf(i, k1),
    C2: massOf(i, k2),
    open: Math.hypot(x, y),
  };
}

function massOf(i: number, ...particles: Columns[]): number {
  const sum = (key: keyof Columns): number => particles.reduce((s, p) => s + p[key][i], 0);
  const s = sum('e') ** 2 - sum('px') ** 2 - sum('py') ** 2 - sum('pz') ** 2;
  return Math.sqrt(Math.max(0, s));
}
