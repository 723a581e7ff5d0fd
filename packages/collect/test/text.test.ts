import type { Table } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../src/to-csv.ts';
import { toMarkdown } from '../src/to-markdown.ts';

const nothing = { value: null, error: null };
const TABLE: Table = {
  schemaVersion: 1,
  study: 's',
  axes: [
    { name: 'spectrum', labels: ['toy'] },
    { name: 'seed', labels: ['1'] },
  ],
  quantities: [
    { name: 'auxiliary.mA', title: 'm̃_A', unit: 'GeV' },
    { name: 'likelihood.mA', title: 'm_A, likelihood', unit: 'GeV' },
    { name: 'deviation.mA', title: 'deviation', unit: '' },
    { name: 'solvability.mA', title: 'm_A, solvability', unit: 'GeV' },
    { name: 'events', title: 'events', unit: '' },
  ],
  members: [
    {
      name: 'listed',
      labels: {},
      sample: 'A, b "c"',
      numbers: {
        'auxiliary.mA': { value: 1000.125, error: null },
        'likelihood.mA': nothing,
        'deviation.mA': { value: -0.00012345, error: null },
        'solvability.mA': nothing,
        events: { value: 12, error: null },
      },
    },
    {
      name: 'toy-1',
      labels: { spectrum: 'toy', seed: '1' },
      sample: 'toy',
      numbers: {
        'auxiliary.mA': { value: 999, error: null },
        'likelihood.mA': { value: 1000.456, error: 1.72 },
        'deviation.mA': nothing,
        'solvability.mA': nothing,
        events: { value: 1000000, error: null },
      },
    },
  ],
};

describe('table.csv', () => {
  it('has one line per member, all digits, and a column for errors where there are any', () => {
    expect(toCsv(TABLE)).toBe(
      [
        'member,spectrum,seed,auxiliary.mA,likelihood.mA,likelihood.mA.error,deviation.mA,solvability.mA,events',
        'listed,,,1000.125,,,-0.00012345,,12',
        'toy-1,toy,1,999,1000.456,1.72,,,1000000',
        '',
      ].join('\n')
    );
  });
});

describe('table.md', () => {
  it('has what is asked for in its order, to two digits of the error, without a column of nothing', () => {
    const shown = ['events', 'likelihood.mA', 'solvability.mA', 'auxiliary.mA', 'deviation.mA'];
    expect(toMarkdown(TABLE, shown).split('\n').slice(0, 6)).toEqual([
      '# s',
      '',
      '| member | events | m_A, likelihood [GeV] | m̃_A [GeV] | deviation |',
      '| --- | ---: | ---: | ---: | ---: |',
      '| listed | 12 | – | 1000.13 | -0.000123 |',
      '| toy-1 | 1000000 | 1000.5 ± 1.7 | 999.00 | – |',
    ]);
  });
});
