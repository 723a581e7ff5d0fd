import { float64Column, fourMomenta, type EventBatch, type Role } from '@deelema/events';
import type { z } from 'zod';
import type { selection as settings } from './settings.mjs';
import { deltaR } from './delta-r.ts';

/** Cuts as the settings say them. */
export type Selection = z.output<typeof settings>;

type Momenta = ReturnType<typeof fourMomenta>;

/** One requirement on an event. */
export interface Cut {
  /** What an event must fulfil, e.g. `a pT ≥ 30 GeV`. */
  readonly name: string;
  /** The visible particles that it looks at. */
  readonly roles: readonly Role[];
  /** Binds the cut to a batch: the result says whether event i passes. */
  readonly bind: (batch: EventBatch) => (i: number) => boolean;
}

/** Who is meant by a name in the settings. */
const GROUPS = {
  a: ['a1', 'a2'],
  a1: ['a1'],
  a2: ['a2'],
  b: ['b1', 'b2'],
  b1: ['b1'],
  b2: ['b2'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

const AB_PAIRS = [
  ['a1', 'b1'],
  ['a1', 'b2'],
  ['a2', 'b1'],
  ['a2', 'b2'],
] as const;

/** Which pairs are meant by a name in the settings. */
const PAIRS = {
  all: [['a1', 'a2'], ...AB_PAIRS, ['b1', 'b2']],
  aa: [['a1', 'a2']],
  ab: AB_PAIRS,
  bb: [['b1', 'b2']],
} as const satisfies Readonly<Record<string, readonly (readonly [Role, Role])[]>>;

/**
 * The cuts that settings ask for, in the order in which they are applied: visible particles, their
 * distances, missing transverse momentum.
 *
 * @param selection Settings; no cuts if omitted.
 */
export function cutsOf({ visible = {}, deltaRMin = {}, ptmissMin }: Selection = {}): Cut[] {
  const cuts: Cut[] = [];
  for (const group of Object.keys(GROUPS) as (keyof typeof GROUPS)[]) {
    const { ptMin, etaMax } = visible[group] ?? {};
    if (ptMin !== undefined) cuts.push(ptCut(group, ptMin));
    if (etaMax !== undefined) cuts.push(etaCut(group, etaMax));
  }
  for (const pairs of Object.keys(PAIRS) as (keyof typeof PAIRS)[]) {
    const least = deltaRMin[pairs];
    if (least !== undefined) cuts.push(deltaRCut(pairs, least));
  }
  if (ptmissMin !== undefined) cuts.push(ptmissCut(ptmissMin));
  return cuts;
}

function ptCut(group: keyof typeof GROUPS, least: number): Cut {
  return everyOf(group, `pT ≥ ${least} GeV`, ({ px, py }, i) => length(px[i], py[i]) >= least);
}

/** η = asinh(pz/pT); along the beam it is infinite and fails. */
function etaCut(group: keyof typeof GROUPS, largest: number): Cut {
  const steepest = Math.sinh(largest);
  return everyOf(group, `|η| ≤ ${largest}`, ({ px, py, pz }, i) => {
    const pt = length(px[i], py[i]);
    return pt > 0 && Math.abs(pz[i]) <= steepest * pt;
  });
}

function everyOf(
  group: keyof typeof GROUPS,
  requirement: string,
  passes: (p: Momenta, i: number) => boolean
): Cut {
  return {
    name: `${group} ${requirement}`,
    roles: GROUPS[group],
    bind(batch) {
      const particles = GROUPS[group].map((role) => fourMomenta(batch, role));
      return (i) => particles.every((particle) => passes(particle, i));
    },
  };
}

function deltaRCut(name: keyof typeof PAIRS, least: number): Cut {
  return {
    name: `${name} ΔR ≥ ${least}`,
    roles: [...new Set(PAIRS[name].flat())],
    bind(batch) {
      const pairs = PAIRS[name].map((pair) => pair.map((role) => fourMomenta(batch, role)));
      return (i) => pairs.every(([one, two]) => distance(one, two, i) >= least);
    },
  };
}

function ptmissCut(least: number): Cut {
  return {
    name: `pTmiss ≥ ${least} GeV`,
    roles: [],
    bind(batch) {
      const x = float64Column(batch, 'ptmiss_x');
      const y = float64Column(batch, 'ptmiss_y');
      return (i) => length(x[i], y[i]) >= least;
    },
  };
}

function distance(one: Momenta, two: Momenta, i: number): number {
  return deltaR(one.px[i], one.py[i], one.pz[i], two.px[i], two.py[i], two.pz[i]);
}

/** Four times as fast as `Math.hypot`, which guards against numbers that no momentum is. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
