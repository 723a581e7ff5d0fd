import { describe, expect, it } from 'vitest';
import { evaluationWithoutBaselines } from '../../../test/support/frozen-evaluation.ts';
import { page } from '../src/page.ts';
import { cellsOf, content, GROUPS, MEMBERS, table, words } from './support/content.ts';

const TWO = ['auxiliary.mA', 'auxiliary.mB'];

function tableOf(settings: object, of: Parameters<typeof table>[0] = {}): string[][] {
  return cellsOf(page(content({ tables: [settings] }, of)), 'table-1');
}

describe('a table of members', () => {
  it('puts the publication below ours, and the difference in percent and in standard errors', () => {
    // By hand: 1002 − 1000 is 0.2 % of 1000 and 2 standard errors of 1 GeV; 998 likewise. 800.5 has no error.
    expect(tableOf({ where: { sample: 'toy-0' }, columns: TWO })).toEqual([
      ['seed', 'numbers', 'm̃A [GeV]', 'm̃B [GeV]'],
      ['1', 'ours', '1002.0 ± 1.0', '800.50'],
      ['published', '1000', '800.5'],
      ['difference', '+0.20 % (+2.0 σ)', '0.00 %'],
      ['2', 'ours', '998.0 ± 1.0', '–'],
      ['published', '1000', '800.5'],
      ['difference', '−0.20 % (−2.0 σ)', '–'],
    ]);
  });

  it('holds every number in full beside what it shows', () => {
    const html = page(
      content({ tables: [{ where: { sample: 'toy-0', seed: 1 }, columns: ['loss.validation'] }] })
    );
    expect(html).toContain('<data value="12.3456">12.3</data>');
  });

  it('leaves the publication out where it is told to, or where there is none', () => {
    const rows = [
      ['sample', 'seed', 'm̃A [GeV]'],
      ['measured-data', '', '173.0 ± 1.0'],
      ['toy-0', '1', '1002.0 ± 1.0'],
      ['toy-0', '2', '998.0 ± 1.0'],
      ['toy-20', '1', '950.00'],
    ];
    expect(tableOf({ published: false, columns: ['auxiliary.mA'] })).toEqual(rows);
    const members = MEMBERS.map((member) => ({ ...member, published: null }));
    expect(tableOf({ columns: ['auxiliary.mA'] }, { members })).toEqual(rows);
  });

  it('shows shares in percent, counts as counts, and other pure numbers with three digits', () => {
    const columns = ['deviation.mA', 'pairing.efficiency', 'loss.validation', 'events'];
    expect(tableOf({ where: { sample: 'toy-0', seed: '1' }, columns })).toEqual([
      ['member', 'm̃A / true mA − 1 [%]', 'right pairings [%]', 'validation loss', 'events'],
      ['toy-0-1', '0.20 ± 0.10', '93.0 ± 1.3', '12.3', '20\u202f000'],
    ]);
  });

  it('tells what was not run from what is not defined', () => {
    // The frozen evaluation is of a recipe that does not measure, hence without pulls; its likelihood is there.
    const columns = ['pull.mA', 'likelihood.mA'];
    const where = { sample: 'toy-20' };
    expect(tableOf({ where, columns })[1]).toEqual(['toy-20-1', 'not run', '–']);
    const made = content({ tables: [{ where, columns }] });
    const { evaluation, ...others } = made.members['toy-20-1'];
    const measurements = evaluation.measurements && {
      ...evaluation.measurements,
      likelihood: null,
    };
    const without = { ...others, evaluation: { ...evaluation, measurements } };
    const html = page({ ...made, members: { ...made.members, 'toy-20-1': without } });
    expect(cellsOf(html, 'table-1')[1]).toEqual(['toy-20-1', 'not run', 'not run']);
    const bare = { ...others, evaluation: evaluationWithoutBaselines() };
    const bareHtml = page({ ...made, members: { ...made.members, 'toy-20-1': bare } });
    expect(cellsOf(bareHtml, 'table-1')).toEqual(cellsOf(html, 'table-1'));
  });

  it('shows, if nobody says, what some row has a number of', () => {
    expect(tableOf({ where: { sample: 'toy-20' } })[0]).toEqual(['member', 'm̃A [GeV]']);
    expect(tableOf({ where: { sample: 'toy-0' } })[0]).toEqual([
      'seed',
      'numbers',
      'm̃A [GeV]',
      'm̃B [GeV]',
      'm̃A / true mA − 1 [%]',
      'right pairings [%]',
    ]);
  });

  it('names the publications once, and numbers them where there are several', () => {
    const settings = { tables: [{ where: { sample: 'toy-0' }, columns: TWO }] };
    expect(words(page(content(settings)))).toContain('Published: PRR 5, 043186, Table I.');
    const values = { 'auxiliary.mA': 1001 };
    const members = MEMBERS.map((member) =>
      member.name === 'toy-0-2' ? { ...member, published: { source: 'Another', values } } : member
    );
    const html = page(content(settings, { members }));
    expect(words(html)).toContain('Published: (1) PRR 5, 043186, Table I; (2) Another.');
    const headings = cellsOf(html, 'table-1').map(([heading]) => heading);
    expect(headings).toContain('published (1)');
    expect(headings).toContain('published (2)');
  });
});

describe('a table of groups', () => {
  it('shows mean ± spread, and counts the difference in spreads', () => {
    // By hand: (1000 − 1010) / 1010 = −0.990 %, and −10 / √8 = −3.54 spreads; one of two members has a mass of B.
    expect(tableOf({ columns: TWO }, { groups: GROUPS })).toEqual([
      ['sample', 'members', 'numbers', 'm̃A [GeV]', 'm̃B [GeV]'],
      ['toy-0', '2', 'ours', '1000.0 ± 2.8', '800.50 (1 of 2)'],
      ['published', '1010', '800.5'],
      ['difference', '−0.99 % (−3.5 s)', '0.00 %'],
      ['toy-20', '1', 'ours', '950.00', '–'],
    ]);
    const html = page(content({ tables: [{ columns: TWO }] }, { groups: GROUPS }));
    expect(words(html)).toContain('differ in seed alone: their mean ± spread');
    expect(words(html)).toContain('in brackets in s, spreads of our numbers');
  });

  it('does not take a pipeline that is listed for a member of a group without labels', () => {
    // A group over the only axis shares no label; the listed pipeline alone ran the measurement.
    const numbers = GROUPS.groups[1].numbers;
    const groups = {
      over: 'seed',
      groups: [{ name: 'all', labels: {}, members: 2, published: null, numbers }],
    };
    const made = content({ tables: [{ columns: ['likelihood.mA'] }] }, { groups });
    const off = (name: string) => {
      const { evaluation, ...others } = made.members[name];
      const measurements = evaluation.measurements && {
        ...evaluation.measurements,
        likelihood: null,
      };
      return [name, { ...others, evaluation: { ...evaluation, measurements } }] as const;
    };
    const members = {
      ...made.members,
      ...Object.fromEntries(['toy-0-1', 'toy-0-2', 'toy-20-1'].map(off)),
    };
    expect(cellsOf(page({ ...made, members }), 'table-1')[1]).toEqual(['all', '2', 'not run']);
  });

  it('is of members where it is told so', () => {
    const rows = tableOf({ groups: false, columns: ['auxiliary.mA'] }, { groups: GROUPS });
    expect(rows.map(([heading]) => heading)).toContain('measured-data');
  });
});

describe('a table that cannot be made', () => {
  it.each([
    [{ groups: true }, {}, 'asks for groups, and table.json has none: set "over" under collect'],
    [
      { where: { seed: 1 } },
      { groups: GROUPS },
      'groups are made over seed and have no label of it',
    ],
    [{ rows: ['sample'] }, {}, 'the rows of toy-0-1 and toy-0-2 in the table'],
    [{ columns: ['auxiliary.mD'] }, {}, 'no such quantity. Did you mean "auxiliary.mA"?'],
  ])('says so: %j', (settings, of, expected) => {
    expect(() => tableOf(settings, of)).toThrow(expected);
    expect(() => tableOf(settings, of)).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});
