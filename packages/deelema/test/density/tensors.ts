import { scalar, tensor2d } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import { shellsOf } from '../../src/density/chains.ts';
import type { CompletionSettings } from '../../src/density/completed-event.ts';
import type { EventColumns } from '../../src/density/event-columns.ts';
import type { CommonMasses } from '../../src/density/log-weights.ts';
import { inOrder, type Event, type Meaning, type Trial } from './float64.ts';

/** A column [n, 1]. */
export function column(values: readonly number[]): Tensor2D {
  return tensor2d([...values], [values.length, 1]);
}

/** The same in each of n rows: [n, S]. */
export function draws(values: ArrayLike<number>, n = 1): Tensor2D {
  const row = Array.from(values);
  return tensor2d(
    Array.from({ length: n }, () => row),
    [n, row.length]
  );
}

export function columnsOf(events: readonly Event[]): EventColumns {
  const of = (value: (event: Event) => number): Tensor2D => column(events.map(value));
  const [first] = events;
  return {
    visibles: first.visibles.map((_, j) => ({
      e: of(({ visibles }) => visibles[j][0]),
      px: of(({ visibles }) => visibles[j][1]),
      py: of(({ visibles }) => visibles[j][2]),
      pz: of(({ visibles }) => visibles[j][3]),
    })),
    ptmiss: of(({ ptmiss }) => ptmiss),
    rapidity: of(({ rapidity }) => rapidity),
    energy: of(({ visibles }) => visibles.reduce((sum, [e]) => sum + e, 0)),
    resolutions: first.resolutions.map((_, k) => of(({ resolutions }) => resolutions[k])),
    ptmissResolution:
      first.ptmissResolution === undefined
        ? undefined
        : of(({ ptmissResolution }) => ptmissResolution ?? NaN),
  };
}

export function settingsOf({ topology, smeared, mC }: Meaning): CompletionSettings {
  return { shells: shellsOf(topology), smeared, mC };
}

export function commonOf({ topology }: Meaning, trial: Trial): CommonMasses {
  const scalars = (values: Readonly<Record<string, number>>): Scalar[] =>
    inOrder(topology, values).map((value) => scalar(value));
  return { masses: scalars(trial.masses), resolutions: scalars(trial.resolutions) };
}
