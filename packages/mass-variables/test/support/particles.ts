import { mt2, type AntlerEvents } from '@deelema/mass-variables';
import type { RandomStream } from '@deelema/random';

/** A visible particle in the transverse plane, GeV. */
export interface Visible {
  readonly m: number;
  readonly px: number;
  readonly py: number;
}

/** The arguments of `mt2`, by name. */
export interface Mt2Event {
  readonly visible: readonly [Visible, Visible];
  /** Missing transverse momentum, GeV. */
  readonly P: readonly [number, number];
  /** Trial masses, GeV. */
  readonly mInvisible: readonly [number, number];
}

export function mt2Of({ visible: [v1, v2], P, mInvisible }: Mt2Event): number {
  return mt2(v1.m, v1.px, v1.py, v2.m, v2.px, v2.py, P[0], P[1], mInvisible[0], mInvisible[1]);
}

/** Applies a map of momenta and one of masses to all of an event. */
export function mapEvent(
  event: Mt2Event,
  momentum: (px: number, py: number) => [number, number],
  mass: (m: number) => number = (m) => m
): Mt2Event {
  const visible = ({ m, px, py }: Visible): Visible => {
    const [x, y] = momentum(px, py);
    return { m: mass(m), px: x, py: y };
  };
  return {
    visible: [visible(event.visible[0]), visible(event.visible[1])],
    P: momentum(...event.P),
    mInvisible: [mass(event.mInvisible[0]), mass(event.mInvisible[1])],
  };
}

/** A random event with upstream momentum; every third mass is 0, and half of the trial masses agree. */
export function randomEvent(random: RandomStream): Mt2Event {
  const mass = (): number => (random.integer(3) === 0 ? 0 : 200 * random.uniform());
  const visible = (): Visible => ({
    m: mass(),
    px: 100 * random.normal(),
    py: 100 * random.normal(),
  });
  const trial = mass();
  return {
    visible: [visible(), visible()],
    P: [100 * random.normal(), 100 * random.normal()],
    mInvisible: [trial, random.integer(2) === 0 ? trial : mass()],
  };
}

/** The columns of n antler events with the same names as in an event file. */
export function antlerEvents(column: (name: string) => Float64Array): AntlerEvents {
  const momenta = (role: string): AntlerEvents['a1'] => ({
    e: column(`${role}_E`),
    px: column(`${role}_px`),
    py: column(`${role}_py`),
    pz: column(`${role}_pz`),
  });
  return {
    a1: momenta('a1'),
    b1: momenta('b1'),
    a2: momenta('a2'),
    b2: momenta('b2'),
    ptmissX: column('ptmiss_x'),
    ptmissY: column('ptmiss_y'),
  };
}
