import type { Table } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { groupsOver } from '../src/groups.ts';
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
      published: null,
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
      published: null,
    },
  ],
  groups: null,
};

/** The same with two seeds more, one of which has no likelihood, and numbers of a publication. */
function grouped(): Table {
  const [listed, one] = TABLE.members;
  const published = { source: 'Table I', values: { 'auxiliary.mA': 1001.34 } };
  const seed = (name: string, mass: number, likelihood: typeof nothing | Measured) => ({
    ...one,
    name: `toy-${name}`,
    labels: { ...one.labels, seed: name },
    numbers: {
      ...one.numbers,
      'auxiliary.mA': { value: mass, error: null },
      'likelihood.mA': likelihood,
    },
    published,
  });
  const members = [
    listed,
    seed('1', 999, { value: 1000.5, error: 1.75 }),
    seed('2', 1001, { value: 1001.5, error: 1.25 }),
    seed('3', 1003, nothing),
  ];
  return { ...TABLE, members, groups: { over: 'seed', groups: groupsOver('seed', members) } };
}

interface Measured {
  readonly value: number;
  readonly error: number;
}

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

  it('has a line per group below: its mean, the error of the mean and the spread', () => {
    // By hand: masses 999, 1001, 1003 of spread 2, over √3; likelihoods 1000.5 and 1001.5 of spread √½, over √2.
    const [error, spread] = [2 / Math.sqrt(3), Math.SQRT1_2];
    const header =
      'member,spectrum,seed,members,auxiliary.mA,auxiliary.mA.error,auxiliary.mA.spread,auxiliary.mA.published,' +
      'likelihood.mA,likelihood.mA.error,likelihood.mA.spread,deviation.mA,solvability.mA,' +
      'events,events.error,events.spread';
    expect(toCsv(grouped())).toBe(
      [
        header,
        'listed,,,1,1000.125,,,,,,,-0.00012345,,12,,',
        'toy-1,toy,1,1,999,,,1001.34,1000.5,1.75,,,,1000000,,',
        'toy-2,toy,2,1,1001,,,1001.34,1001.5,1.25,,,,1000000,,',
        'toy-3,toy,3,1,1003,,,1001.34,,,,,,1000000,,',
        `toy,toy,,3,1001,${error},2,1001.34,1001,${spread / Math.SQRT2},${spread},,,1000000,0,0`,
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

  it('has published numbers in italics below, and a table of the groups', () => {
    const lines = toMarkdown(grouped(), ['likelihood.mA', 'auxiliary.mA']).split('\n');
    expect(lines).toEqual([
      '# s',
      '',
      '| member | m_A, likelihood [GeV] | m̃_A [GeV] |',
      '| --- | ---: | ---: |',
      '| listed | – | 1000.13 |',
      '| toy-1 | 1000.5 ± 1.8 | 999.00 |',
      '| *published* | – | *1001.34* |',
      '| toy-2 | 1001.5 ± 1.3 | 1001.00 |',
      '| *published* | – | *1001.34* |',
      '| toy-3 | – | 1003.00 |',
      '| *published* | – | *1001.34* |',
      '',
      'Behind ± stands the standard error, where one is known; – is no number.',
      '',
      '## Mean ± spread over seed',
      '',
      '| group | members | m_A, likelihood [GeV] | m̃_A [GeV] |',
      '| --- | ---: | ---: | ---: |',
      '| toy | 3 | 1001.00 ± 0.71 (2) | 1001.0 ± 2.0 |',
      '| *published* |  | – | *1001.34* |',
      '',
      expect.stringMatching(/^Here behind ± stands the spread: the standard deviation/),
      '',
      'In italics: the numbers of Table I.',
      '',
      'All numbers: `table.json`, `table.csv`.',
      '',
    ]);
  });

  it('tells publications apart by numbers, and shows none where it has no such quantity', () => {
    const table = grouped();
    const [listed, one, ...others] = table.members;
    const published = { source: 'Table II,\nanother one', values: { 'likelihood.mA': 1000 } };
    const members = [{ ...listed, published }, one, ...others];
    const of = (...shown: string[]) => toMarkdown({ ...table, members, groups: null }, shown);
    const both = of('auxiliary.mA', 'likelihood.mA');
    expect(both).toContain('| *published (1)* | – | *1000* |');
    expect(both.match(/\| \*published \(2\)\* \| \*1001\.34\* \| – \|/g)).toHaveLength(3);
    expect(both).toContain('\n1. Table II, another one\n2. Table I\n');
    expect(of('auxiliary.mA')).not.toContain('Table II');
    expect(of('events')).not.toContain('italics');
  });
});
