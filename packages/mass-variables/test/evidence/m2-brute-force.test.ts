import { describe, expect, it } from 'vitest';
import { m2ccColumns, m2xcColumns, STATUS, type Minima } from '@deelema/mass-variables';
import { stream } from '@deelema/random';
import { antlerEvents } from '../support/particles.ts';
import { antlers, KINDS } from './support/antlers.mjs';
import { bruteForceM2, type Demand } from './support/brute-force-m2.ts';
import { levelProblem } from './support/levels.ts';
import { column, readTable } from './support/reference-table.ts';

const CC_AB: Demand = { equalA: true, equalB: true, minimise: 'A' };
const CC_B: Demand = { equalA: true, equalB: true, minimise: 'B' };
const XC_AB: Demand = { equalA: false, equalB: true, minimise: 'A' };
const XC_B: Demand = { equalA: true, equalB: false, minimise: 'B' };

/** Two minimisations that see the same minimum agree to this; other minima are farther away. */
const SAME = 1e-7;
/** A search over a surface that is kept to 1e-11 can come out lower by about this. */
const ROUNDING = 1e-9;

describe.each(['toy', 'ttbar'] as const)('brute force on the table of %s', (sample) => {
  const table = readTable(`${sample}-events`);
  const events = antlerEvents((name) => column(table, name));
  const trial = column(table, 'm_inv')[0];

  it.each([
    ['ab', CC_AB],
    ['b', CC_B],
  ] as const)('finds the M_2CC (%s) of the table in 24 of 25 events or more', (name, demand) => {
    const expected = column(readTable(`${sample}-values`), `m2cc_${name}`);
    const excess = Array.from({ length: 25 }, (_, i) => {
      const random = stream(1, 'brute force', i);
      return bruteForceM2(levelProblem(events, i, trial), demand, random, 12) / expected[i] - 1;
    });
    expect(Math.min(...excess)).toBeGreaterThan(-ROUNDING);
    expect(excess.filter((e) => e < SAME).length).toBeGreaterThanOrEqual(24);
  });
});

type Columns = typeof m2ccColumns;
const VARIABLES: [string, Columns, 'ab' | 'b', Demand][] = [
  ['M_2CC (ab)', m2ccColumns, 'ab', CC_AB],
  ['M_2CC (b)', m2ccColumns, 'b', CC_B],
  ['M_2XC (ab)', m2xcColumns, 'ab', XC_AB],
  ['M_2XC (b)', m2xcColumns, 'b', XC_B],
];

const N = 5;

describe.each(Object.keys(KINDS))('brute force on 5 events of %s', (kind) => {
  const { events, trial } = antlers(KINDS[kind], N, 3);
  it.each(VARIABLES)('%s: is never lower, and as low in most', (_, columns, subsystem, demand) => {
    const { value, status }: Minima = columns(subsystem, events, trial);
    let same = 0;
    let lowest = 0;
    for (let i = 0; i < N; ++i) {
      const random = stream(2, 'brute force', kind, i);
      const found = bruteForceM2(levelProblem(events, i, trial), demand, random, 8);
      if (status[i] === STATUS.infeasible) {
        // A proof that no momenta fulfil the conditions: no start may have reached any.
        expect(found).toBe(Infinity);
        ++same;
        continue;
      }
      lowest = Math.min(lowest, found / value[i] - 1);
      if (found / value[i] - 1 < SAME) ++same;
    }
    expect(lowest).toBeGreaterThan(-ROUNDING);
    expect(same).toBeGreaterThanOrEqual(N - 2);
  });
});
