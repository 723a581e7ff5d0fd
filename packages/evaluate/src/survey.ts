import type { Column } from '@deelema/events';
import { COMPONENTS, STATUSES } from '@deelema/records';
import { BASELINES, MASSES } from './columns.ts';
import type { BaselineName, ComponentName, MassName, MinimumName } from './columns.ts';
import type { MomentumPair } from './momentum-pairs.ts';
import type { SelectedRows } from './selection.ts';
import type { Slice } from './slices.ts';
import { Correlation } from './statistics/correlation.ts';
import { Distribution } from './statistics/distribution.ts';
import { QuantileSketch } from './statistics/quantile-sketch.ts';
import { WeightedMoments } from './statistics/weighted-moments.ts';

/** Correlation and residual of one momentum component. */
export interface ComponentSums {
  readonly correlation: Correlation;
  /** Of predicted − true. */
  readonly residual: WeightedMoments;
}

export type MomentumSums = Readonly<Record<ComponentName, ComponentSums>>;

/** The momenta of one method, events with b1 and b2 exchanged apart. */
export interface MomentaSums {
  readonly unexchanged: MomentumSums;
  readonly exchanged: MomentumSums;
}

type Status = (typeof STATUSES)[number];

/** How far the heat maps must reach: bits enough for a range, not for a result. */
const RANGE_BITS = 8;

/** The first reading of the events: everything that needs no range. */
export class Survey {
  events = 0;
  exchangedEvents = 0;
  negativeWeights = 0;
  sumOfWeights = 0;
  readonly masses = byName([...MASSES, ...BASELINES], () => new Distribution());
  readonly trueMasses = { A: new Distribution(), B: new Distribution() };
  readonly momenta = newMomenta();
  readonly minimumMomenta = newMomenta();
  hasMinimumMomenta = false;
  /** Events of the split by what became of each minimum; none that the baseline does not have. */
  readonly statuses = new Map<MinimumName, Record<Status, number>>();
  /** Magnitudes of predicted and true components together. */
  readonly reach = {
    transverse: new QuantileSketch(RANGE_BITS),
    longitudinal: new QuantileSketch(RANGE_BITS),
  };

  /** Adds the selected events of one slice. */
  add({ rows, weight, masses, statuses, trueMasses, momenta, minimumMomenta }: Slice): void {
    this.events += rows.all.length;
    this.exchangedEvents += rows.exchanged.length;
    for (const i of rows.all) {
      this.sumOfWeights += weight[i];
      if (weight[i] < 0) ++this.negativeWeights;
    }
    for (const [name, column] of Object.entries(masses)) {
      addColumn(this.masses[name as MassName | BaselineName], column, weight, rows.all);
    }
    for (const family of ['A', 'B'] as const) {
      for (const column of trueMasses?.[family] ?? []) {
        addColumn(this.trueMasses[family], column, weight, rows.all);
      }
    }
    for (const [name, column] of Object.entries(statuses)) {
      this.#count(name as MinimumName, column, rows.all);
    }
    for (const pair of momenta ?? []) {
      addMomenta(this.momenta, pair, weight, rows);
      this.#reachOut(pair, rows.unexchanged);
    }
    this.hasMinimumMomenta ||= minimumMomenta !== null;
    for (const pair of minimumMomenta ?? []) addMomenta(this.minimumMomenta, pair, weight, rows);
  }

  #count(name: MinimumName, column: Column, rows: Uint32Array): void {
    const counts = this.statuses.get(name) ?? byName(STATUSES, () => 0);
    for (const i of rows) {
      const status = STATUSES.at(column[i]);
      if (status !== undefined) ++counts[status];
    }
    this.statuses.set(name, counts);
  }

  #reachOut({ component, predicted, truth }: MomentumPair, rows: Uint32Array): void {
    const sketch = this.reach[component.endsWith('z') ? 'longitudinal' : 'transverse'];
    for (const i of rows) {
      sketch.add(Math.abs(predicted[i]), 1);
      sketch.add(Math.abs(truth[i]), 1);
    }
  }
}

/** A record with one new value for each name. */
export function byName<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}

function newSums(): ComponentSums {
  return { correlation: new Correlation(), residual: new WeightedMoments() };
}

function newMomenta(): MomentaSums {
  return { unexchanged: byName(COMPONENTS, newSums), exchanged: byName(COMPONENTS, newSums) };
}

function addMomenta(
  sums: MomentaSums,
  pair: MomentumPair,
  weight: Column,
  rows: SelectedRows
): void {
  addPair(sums.unexchanged[pair.component], pair, weight, rows.unexchanged);
  addPair(sums.exchanged[pair.component], pair, weight, rows.exchanged);
}

function addColumn(
  distribution: Distribution,
  column: Float64Array,
  weight: Column,
  rows: Uint32Array
): void {
  for (const i of rows) distribution.add(column[i], weight[i]);
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
