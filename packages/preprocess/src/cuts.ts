import { float64Column, fourMomenta, type EventBatch } from '@deelema/events';
import type { z } from 'zod';
import type { config } from './config.mjs';

/** The `selection` part of the settings. */
export type Selection = NonNullable<z.output<typeof config>['selection']>;

/** One requirement on an event. */
export interface Cut {
  /** Why an event that fails is dropped, e.g. `a pT < 30 GeV`. */
  readonly reason: string;
  /** Binds the cut to a batch: the result says whether event i passes. */
  readonly bind: (batch: EventBatch) => (i: number) => boolean;
}

/**
 * The cuts that settings ask for, in the order in which they are applied.
 *
 * @param selection Settings; no cuts if omitted.
 */
export function cutsOf({ visible, ptmissMin }: Selection = {}): Cut[] {
  const cuts: Cut[] = [];
  for (const group of ['a', 'b'] as const) {
    const { ptMin, etaMax } = visible?.[group] ?? {};
    if (ptMin !== undefined) cuts.push(ptCut(group, ptMin));
    if (etaMax !== undefined) cuts.push(etaCut(group, etaMax));
  }
  if (ptmissMin !== undefined) cuts.push(ptmissCut(ptmissMin));
  return cuts;
}

function ptCut(group: 'a' | 'b', least: number): Cut {
  return bothOf(group, `${group} pT < ${least} GeV`, (px, py) => Math.hypot(px, py) >= least);
}

/** η = asinh(pz/pT); along the beam it is infinite and fails. */
function etaCut(group: 'a' | 'b', largest: number): Cut {
  const steepest = Math.sinh(largest);
  return bothOf(group, `${group} |η| > ${largest}`, (px, py, pz) => {
    const pt = Math.hypot(px, py);
    return pt > 0 && Math.abs(pz) <= steepest * pt;
  });
}

function ptmissCut(least: number): Cut {
  return {
    reason: `pTmiss < ${least} GeV`,
    bind(batch) {
      const x = float64Column(batch, 'ptmiss_x');
      const y = float64Column(batch, 'ptmiss_y');
      return (i) => Math.hypot(x[i], y[i]) >= least;
    },
  };
}

function bothOf(
  group: 'a' | 'b',
  reason: string,
  passes: (px: number, py: number, pz: number) => boolean
): Cut {
  return {
    reason,
    bind(batch) {
      const one = fourMomenta(batch, `${group}1`);
      const two = fourMomenta(batch, `${group}2`);
      return (i) =>
        passes(one.px[i], one.py[i], one.pz[i]) && passes(two.px[i], two.py[i], two.pz[i]);
    },
  };
}
