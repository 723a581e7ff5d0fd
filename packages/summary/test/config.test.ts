import { describe, expect, it } from 'vitest';
import { checkStudy, config } from '../src/config.mjs';

describe('the settings of a summary', () => {
  it('make a page of one table if they say nothing', () => {
    expect(config.parse({})).toEqual({
      tables: [{ title: 'What the members found', where: {}, published: true }],
      figures: [],
      items: [],
    });
  });

  it('may leave tables out, and take a label that YAML reads as a number', () => {
    expect(config.parse({ tables: [] }).tables).toEqual([]);
    expect(config.parse({ tables: [{ where: { seed: 1 } }] }).tables[0].where).toEqual({
      seed: ['1'],
    });
  });

  it.each([
    ['an unknown key', { heading: 'x' }, 'heading'],
    ['an empty title', { title: ' ' }, '>=1'],
    ['an unknown quantity', { tables: [{ columns: ['auxiliary.C'] }] }, 'auxiliary.mA'],
    ['a figure that is a path', { figures: [{ member: 'm', figure: '../x' }] }, 'the id of a'],
    ['an item of nothing', { items: [{ item: 'Table I' }] }, 'expected a \\"chart\\"'],
    ['an item of no number', { items: [{ item: 'Table I', of: 'm' }] }, 'expected a \\"chart\\"'],
    ['a figure of nobody', { items: [{ item: 'x', figure: 'f' }] }, 'expected a \\"chart\\"'],
    [
      'an idle member',
      { items: [{ item: 'x', chart: 'c', of: 'm' }] },
      'expected a \\"chart\\", or \\"of\\"',
    ],
  ])('refuse %s', (_what, settings, expected) => {
    const { success, error } = config.safeParse(settings);
    expect(success).toBe(false);
    expect(error?.message).toContain(expected);
  });
});

describe('a summary in a study', () => {
  const axis = (name: string, ...labels: string[]) => ({
    name,
    values: Object.fromEntries(labels.map((label) => [label, { path: [], settings: {} }])),
  });
  const axes = [axis('recipe', 'paper', 'deelema'), axis('seed', '1', '2')];
  const matrix = ['paper', 'deelema'].flatMap((recipe) =>
    ['1', '2'].map((seed) => {
      return {
        name: `${recipe}-${seed}`,
        pipeline: `s/${recipe}-${seed}`,
        labels: { recipe, seed },
      };
    })
  );
  const members = [{ name: 'ttbar', pipeline: 'ttbar', labels: {} }, ...matrix];

  function complaints(settings: object, until: 'evaluate' | 'report' = 'report'): string[] {
    return checkStudy(config.parse(settings), { axes, members, until }).map(({ path, sentence }) =>
      [...path, sentence].join(' ')
    );
  }

  it('is told nothing if it is right', () => {
    expect(complaints({})).toEqual([]);
    const tables = [{ where: { recipe: 'paper' }, rows: ['seed'], groups: true }];
    const figures = [{ member: 'ttbar', figure: 'masses' }];
    const items = [
      { item: 'a', of: 'deelema-2', figure: 'masses' },
      { item: 'b', of: 'deelema', quantities: ['auxiliary.mA'] },
      { item: 'c', chart: 'masses' },
    ];
    expect(complaints({ tables, figures, items })).toEqual([]);
  });

  it('is told that its members must have figures', () => {
    expect(complaints({}, 'evaluate')).toEqual([
      'shows figures of the members and links their reports, and the study makes its members until "evaluate": expected "until: report" in this file.',
    ]);
  });

  it.each([
    [
      { tables: [{ where: { recip: 'paper' } }] },
      'tables 0 where recip names no axis "recip" of the study\'s matrix. Did you mean "recipe"?',
    ],
    [
      { tables: [{}, { rows: ['sample'] }] },
      'tables 1 rows 0 names no axis "sample" of the study\'s matrix. Expected one of recipe, seed.',
    ],
    [
      { tables: [{ where: { recipe: ['paper', 'papier'] } }] },
      'tables 0 where recipe names "papier", and the axis "recipe" has no such label. Did you mean "paper"?',
    ],
    [
      { figures: [{ member: 'paper-3', figure: 'masses' }] },
      'figures 0 member names "paper-3", and the study has no such member. Did you mean "paper-1"?',
    ],
    [
      { items: [{ item: 'x', of: 'papers', quantities: ['events'] }] },
      'items 0 of names "papers", and the study has no such member. Did you mean "paper"?',
    ],
    // A group has numbers, and no figures of its own.
    [
      { items: [{ item: 'x', of: 'paper', figure: 'masses' }] },
      'items 0 of names "paper", and the study has no such member.',
    ],
  ])('is told what the study has not: %j', (settings, expected) => {
    const told = complaints(settings);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(expected);
  });

  it('is told of a table without a member, and of axes where there is no matrix', () => {
    const settings = config.parse({ tables: [{ where: { seed: '1' } }] });
    const second = members.filter(({ name }) => !name.endsWith('-1'));
    expect(checkStudy(settings, { axes, members: second, until: 'report' })).toEqual([
      { path: ['tables', 0, 'where'], sentence: 'leaves no member of the study.' },
    ]);
    const [listed] = members;
    expect(checkStudy(settings, { axes: [], members: [listed], until: 'report' })).toEqual([
      {
        path: ['tables', 0, 'where', 'seed'],
        sentence: 'names the axis "seed", and the study has no matrix.',
      },
    ]);
  });
});
