import type { Column } from '@deelema/events';
import { COMPONENTS } from '@deelema/records';
import type { ComponentName } from './columns.ts';
import type { MomentumPair } from './momentum-pairs.ts';
import type { PairedRows } from './selection.ts';
import { Correlation } from './statistics/correlation.ts';
import { WeightedMoments } from './statistics/weighted-moments.ts';

/** Correlation and residual of one momentum component. */
export interface ComponentSums {
  readonly correlation: Correlation;
  /** Of predicted − true. */
  readonly residual: WeightedMoments;
}

/** The momenta of some events. */
export interface MomentumSums {
  events: number;
  readonly components: Readonly<Record<ComponentName, ComponentSums>>;
}

/** The momenta of one method, events of the wrong pairing apart. */
export class MomentaSums {
  readonly right = newSums();
  readonly wrong = newSums();

  /** Adds the events of one slice. */
  add(pairs: readonly MomentumPair[], weight: Column, rows: PairedRows): void {
    for (const key of ['right', 'wrong'] as const) {
      this[key].events += rows[key].length;
      for (const pair of pairs)
        addPair(this[key].components[pair.component], pair, weight, rows[key]);
    }
  }
}

function newSums(): MomentumSums {
  const components = COMPONENTS.map(
    (name) => [name, { correlation: new Correlation(), residual: new WeightedMoments() }] as const
  );
  return {
    events: 0,
    components: Object.fromEntries(components) as Record<ComponentName, ComponentSums>,
  };
}

function addPair(
  sums: ComponentSums,
  { predicted, truth }: MomentumPair,
  weight: Column,
  rows: Uint32Array
): void {
  for (const i of rows) {
    sums.correlation.add(predicted[i], truth[i], weight[i]);
    sums.residual.add(predicted[i] - truth[i], weight[i]);
  }
}
