import { describe, expect, it } from 'vitest';
import { checkStudy, config } from '../src/config.mjs';

const curve = { kind: 'curve', name: 'c', x: 'mC', quantities: ['auxiliary.mA'] };

describe('the settings of charts', () => {
  it('draw deviations if they say nothing', () => {
    expect(config.parse({}).draw).toEqual([
      {
        kind: 'deviations',
        name: 'deviations',
        methods: ['auxiliary', 'likelihood', 'solvability'],
        where: {},
        over: false,
        published: true,
      },
    ]);
  });

  it('take a label that YAML reads as a number', () => {
    const { draw } = config.parse({ draw: [{ ...curve, where: { seed: 1, mC: ['500', 700] } }] });
    expect(draw[0].where).toEqual({ seed: ['1'], mC: ['500', '700'] });
  });

  it.each([
    ['an empty list', [], 'expected at least one chart'],
    ['an unknown kind', [{ kind: 'pie', name: 'p' }], 'expected one of \\"deviations'],
    ['an unknown quantity', [{ ...curve, quantities: ['auxiliary.C'] }], 'auxiliary.mA'],
    ['no quantity', [{ ...curve, quantities: [] }], '>=1'],
    ['an unknown method', [{ kind: 'deviations', name: 'd', methods: ['guess'] }], 'likelihood'],
    ['a name that is a path', [{ ...curve, name: '../c' }], 'expected letters, digits'],
    ['one name twice', [curve, curve], 'expected a name of its own'],
    ['an unknown key', [{ ...curve, y: 1 }], 'y'],
    ['an axis in the place of yes or no', [{ ...curve, over: 'seed' }], 'boolean'],
    ['groups of trainings', [{ kind: 'training', name: 't', over: true }], 'over'],
  ])('refuse %s', (_what, draw, expected) => {
    const { success, error } = config.safeParse({ draw });
    expect(success).toBe(false);
    expect(error?.message).toContain(expected);
  });
});

describe('charts in a study', () => {
  const axis = (name: string, ...labels: string[]) => ({
    name,
    values: Object.fromEntries(labels.map((label) => [label, { path: [], settings: {} }])),
  });
  const axes = [axis('mC', '500', '700'), axis('recipe', 'paper', 'deelema')];
  const members = ['500', '700'].flatMap((mC) =>
    ['paper', 'deelema'].map((recipe) => {
      return { name: `${mC}-${recipe}`, pipeline: `s/${mC}-${recipe}`, labels: { mC, recipe } };
    })
  );

  function complaints(chart: object): string[] {
    const checked = config.parse({ draw: [{ ...curve, split: 'recipe', ...chart }] });
    return checkStudy(checked, { axes, members }).map(
      ({ path, sentence }) => `${path.join('.')} ${sentence}`
    );
  }

  it('are told nothing if they are right', () => {
    expect(complaints({})).toEqual([]);
    expect(complaints({ split: undefined, where: { recipe: 'paper' } })).toEqual([]);
  });

  it.each([
    [{ x: 'mc' }, 'draw.0.x names no axis "mc" of the study\'s matrix. Did you mean "mC"?'],
    [{ split: 'seed' }, 'draw.0.split names no axis "seed"'],
    [{ where: { seed: 1 } }, 'draw.0.where.seed names no axis "seed"'],
    [{ where: { mC: 600 } }, 'draw.0.where names "600", and the axis "mC" has no such label.'],
    [{ values: { 501: 1 } }, 'draw.0.values names "501", and the axis "mC" has no such label.'],
    [
      { split: undefined },
      'draw.0 draws the members 500-paper and 500-deelema at the same place: name a further axis',
    ],
  ])('are told what the study has not: %j', (chart, expected) => {
    const told = complaints(chart);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(expected);
  });

  it('of groups may draw together what differs in one axis more', () => {
    expect(complaints({ split: undefined, over: true })).toEqual([]);
    const seeds = axis('seed', '1', '2');
    const more = members.flatMap(({ labels }) =>
      ['1', '2'].map((seed) => {
        const all = { ...labels, seed };
        const name = Object.values(all).join('-');
        return { name, pipeline: `s/${name}`, labels: all };
      })
    );
    const told = (chart: object) =>
      checkStudy(config.parse({ draw: [{ ...curve, over: true, ...chart }] }), {
        axes: [...axes, seeds],
        members: more,
      });
    expect(told({ split: 'recipe' })).toEqual([]);
    expect(told({ where: { recipe: 'paper' } })).toEqual([]);
    // Whichever axis the groups are over, another one is left.
    expect(told({})).toMatchObject([{ path: ['draw', 0] }]);
  });

  it('are told of rows that would share a name, and of axes where there is no matrix', () => {
    const rows = config.parse({ draw: [{ kind: 'deviations', name: 'd', rows: ['mC'] }] });
    expect(checkStudy(rows, { axes, members })[0].sentence).toContain('at the same place');
    const listed = [{ name: 'p', pipeline: 'p', labels: {} }];
    expect(checkStudy(rows, { axes: [], members: listed })).toEqual([
      {
        path: ['draw', 0, 'rows', 0],
        sentence: 'names the axis "mC", and the study has no matrix.',
      },
    ]);
    expect(checkStudy(config.parse({}), { axes: [], members: listed })).toEqual([]);
  });
});
