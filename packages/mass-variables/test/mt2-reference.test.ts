import { describe, expect, it } from 'vitest';
import { mt2Columns } from '@deelema/mass-variables';
import { column, readTable } from './evidence/support/reference-table.ts';
import { antlerEvents } from './support/particles.ts';

const CASES = (['toy', 'ttbar'] as const).flatMap((sample) =>
  (['b', 'ab'] as const).map((subsystem) => ({ sample, subsystem }))
);

describe.each(CASES)('mt2 of $sample ($subsystem)', ({ sample, subsystem }) => {
  const measured = readTable(`${sample}-events`);
  const events = antlerEvents((name) => column(measured, name));
  const mInvisible = column(measured, 'm_inv')[0];
  const found = mt2Columns(subsystem, events, mInvisible);
  const expected = column(readTable(`${sample}-values`), `mt2_${subsystem}`);

  it('reproduces the table (Lester–Nachman code, 1000 events)', () => {
    expect(found).toHaveLength(1000);
    const differences = found.map((value, i) => (value === 0 ? 0 : Math.abs(value - expected[i])));
    // The largest, 1.3e-9, is event 115 of toy (b), whose visibles are collinear to 2e-3: there 60
    // digits confirm the value here and not the table's. Of the others, two of ttbar (b)
    // agree to 4e-10 and the rest to 1e-10.
    expect(Math.max(...differences)).toBeLessThan(2e-9);
    expect(differences.filter((difference) => difference > 1e-10).length).toBeLessThanOrEqual(2);
  });

  it('is 0 only where the table says less than 1e-2 GeV', () => {
    // The table's code does not find an exact 0, see the notes beside it. In 214 events pTmiss has no
    // negative component along either b.
    const zeros = found.reduce((count, value) => count + (value === 0 ? 1 : 0), 0);
    expect(zeros).toBe(sample === 'ttbar' && subsystem === 'b' ? 214 : 0);
    expect(found.every((value, i) => value > 0 || expected[i] < 1e-2)).toBe(true);
  });
});
