import { sumMass } from '@deelema/kinematics';
import { fourMomenta } from '../columns/batch.ts';
import type { EventBatch } from '../columns/batch.ts';
import { INVISIBLE_ROLES, momentumColumns, VISIBLE_ROLES } from '../columns/roles.ts';
import { BoundedSample } from './bounded-sample.ts';

/** Quantiles of a distribution: 16 %, 50 % and 84 %, as ±1 σ of a normal one. */
export type Quantiles = readonly [low: number, median: number, high: number];

const LEVELS = [0.16, 0.5, 0.84];

/** The masses looked at, if their columns are there. */
const MASSES: Readonly<Record<string, readonly string[]>> = {
  A1: ['a1', 'b1', 'c1'],
  A2: ['a2', 'b2', 'c2'],
  B1: ['b1', 'c1'],
  B2: ['b2', 'c2'],
  'a1+b1': ['a1', 'b1'],
  'a2+b2': ['a2', 'b2'],
  ...Object.fromEntries([...VISIBLE_ROLES, ...INVISIBLE_ROLES].map((role) => [role, [role]])),
};

/** Collects the masses that the columns of a file allow, in flat memory. */
export class MassSamples {
  private readonly masses: { name: string; roles: readonly string[]; sample: BoundedSample }[];

  /** @param columnNames Columns of the file. */
  constructor(columnNames: readonly string[]) {
    this.masses = Object.entries(MASSES)
      .filter(([, roles]) => roles.flatMap(momentumColumns).every((c) => columnNames.includes(c)))
      .map(([name, roles]) => ({ name, roles, sample: new BoundedSample() }));
  }

  /** Takes the masses of further events. */
  add(batch: EventBatch): void {
    for (const { roles, sample } of this.masses) {
      for (const m of sumMass(roles.map((role) => fourMomenta(batch, role)))) sample.add(m);
    }
  }

  /** Quantiles by mass, GeV; of all events up to 65 536, of an even sample beyond. */
  quantiles(): Record<string, Quantiles> {
    const all = this.masses.map(({ name, sample }) => [name, sample.quantiles(LEVELS)] as const);
    return Object.fromEntries(all) as unknown as Record<string, Quantiles>;
  }
}
