import type { Column } from '@deelema/events';
import { STATUSES } from '@deelema/records';
import { BASELINES } from './columns.ts';
import type { BaselineName, MassName, MinimumName } from './columns.ts';
import type { Conjecture } from './conjecture.ts';
import { MomentaSums } from './momenta-sums.ts';
import type { MomentumPair } from './momentum-pairs.ts';
import type { Slice } from './slices.ts';
import { Distribution } from './statistics/distribution.ts';
import { QuantileSketch } from './statistics/quantile-sketch.ts';
import { WeightedMoments } from './statistics/weighted-moments.ts';

type Status = (typeof STATUSES)[number];

/** How far the heat maps must reach: bits enough for a range, not for a result. */
const RANGE_BITS = 8;

/** The first reading of the events: everything that needs no range. */
export class Survey {
  events = 0;
  exchangedEvents = 0;
  negativeWeights = 0;
  sumOfWeights = 0;
  readonly conjecture: Conjecture;
  readonly masses: Record<MassName | BaselineName, Distribution>;
  /** By the names of the true masses. */
  readonly trueMasses: Record<string, Distribution>;
  readonly momenta = new MomentaSums();
  readonly minimumMomenta = new MomentaSums();
  hasMinimumMomenta = false;
  /** 1 where the chosen pairing is right and 0 where it is not; empty where none is chosen or the truth not known. */
  readonly pairing = new WeightedMoments();
  rightPairings = 0;
  /** Events of the split by what became of each minimum; none that the baseline does not have. */
  readonly statuses = new Map<MinimumName, Record<Status, number>>();
  /** Magnitudes of predicted and true components together. */
  readonly reach = {
    transverse: new QuantileSketch(RANGE_BITS),
    longitudinal: new QuantileSketch(RANGE_BITS),
  };

  /** @param conjecture What the training took the events for. */
  constructor(conjecture: Conjecture) {
    this.conjecture = conjecture;
    const columns = conjecture.masses.map(({ column }) => column);
    this.masses = byName([...columns, ...BASELINES], () => new Distribution());
    const names = conjecture.trueMasses.map(({ name }) => name);
    this.trueMasses = byName(names, () => new Distribution());
  }

  /** Adds the selected events of one slice. */
  add(slice: Slice): void {
    const { rows, antlers, weight, masses, statuses, trueMasses, asInFile } = slice;
    this.events += rows.length;
    this.exchangedEvents += asInFile.wrong.length;
    for (const i of rows) {
      this.sumOfWeights += weight[i];
      if (weight[i] < 0) ++this.negativeWeights;
    }
    for (const [name, column] of Object.entries(masses)) {
      if (column === undefined) continue;
      addColumn(this.masses[name as MassName | BaselineName], column, weight, rows);
    }
    if (trueMasses !== null) {
      for (const { name, particle, branches } of this.conjecture.trueMasses) {
        for (const branch of branches) {
          addColumn(this.trueMasses[name], trueMasses[particle][branch - 1], weight, antlers);
        }
      }
    }
    for (const [name, column] of Object.entries(statuses)) {
      this.#count(name as MinimumName, column, rows);
    }
    if (slice.trueMasses !== null) this.#addPairing(slice);
    this.#addMomenta(slice);
  }

  #addPairing({ antlers, weight, chosen, wrongChoice }: Slice): void {
    if (wrongChoice === null) return;
    this.rightPairings += chosen.right.length;
    for (const i of antlers) this.pairing.add(1 - wrongChoice[i], weight[i]);
  }

  #addMomenta({ weight, momenta, minimumMomenta, chosen, asInFile }: Slice): void {
    if (momenta !== null) {
      this.momenta.add(momenta, weight, chosen);
    }
    if (minimumMomenta !== null) {
      this.hasMinimumMomenta = true;
      this.minimumMomenta.add(minimumMomenta, weight, asInFile);
    }
    for (const pair of momenta ?? minimumMomenta ?? []) this.#reachOut(pair, chosen.right);
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

function addColumn(
  distribution: Distribution,
  column: Float64Array,
  weight: Column,
  rows: Uint32Array
): void {
  for (const i of rows) distribution.add(column[i], weight[i]);
}
