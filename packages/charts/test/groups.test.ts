import { describe, expect, it } from 'vitest';
import { chartOf } from '../src/chart.ts';
import { sourceOfGroups } from '../src/groups.ts';
import { draw, drawable, group, hollow, member, settingsOf, tableOf, TRUTH } from './support.ts';

const seeds = ['1', '2', '3'];
const members = ['700', '500'].flatMap((mC) =>
  seeds.map((seed) => member({ mC, seed }, { ...TRUTH, 'auxiliary.mA': [1000, 1] }))
);
const means = { 'truth.mA.mean': [1000, 0], 'truth.mA.median': [1000, 0] } as const;
const published = { source: 'Table I', values: { 'auxiliary.mA': 1010 } };
const groups = [
  group({ mC: '700' }, { ...means, 'auxiliary.mA': [1002, 4], 'deviation.mA': [0.002, 0.004] }),
  { ...group({ mC: '500' }, { ...means, 'auxiliary.mA': [996, null] }), members: 2, published },
];
const table = { ...tableOf(members), groups: { over: 'seed', groups } };
const source = { table, histories: {}, width: 880 };
const curve = settingsOf('curve', { x: 'mC', quantities: ['auxiliary.mA'], over: true });
const deviations = settingsOf('deviations', { over: true, methods: ['auxiliary'] });

describe('a chart of groups', () => {
  it('is drawn of their means, with the spreads as errors', () => {
    const found = sourceOfGroups(curve, source);
    if ('reason' in found) throw new Error(found.reason);
    const [first, second] = found.table.members;
    expect(first).toMatchObject({ name: '700', labels: { mC: '700' }, published: null });
    expect(first.numbers['auxiliary.mA']).toEqual({ value: 1002, error: 4 });
    expect(second.numbers['auxiliary.mA']).toEqual({ value: 996, error: null });
    expect(second.published).toEqual(published);
  });

  it('shows each group once, and says what the bars are', async () => {
    const chart = drawable(chartOf(curve, source));
    expect(chart.data).toEqual([
      { panel: '*m̃*_{A} [GeV]', part: 'mean', series: '', x: 500, value: 996, low: 996, high: 996 },
      {
        panel: '*m̃*_{A} [GeV]',
        part: 'mean',
        series: '',
        x: 700,
        value: 1002,
        low: 998,
        high: 1006,
      },
      {
        ...{ panel: '*m̃*_{A} [GeV]', part: 'published', series: '' },
        ...{ x: 500, value: 1010, low: null, high: null },
      },
    ]);
    expect(chart.caption).toContain(
      'Points: means over seed; bars: the spread, the standard deviation from one member to the next.'
    );
    expect(chart.caption).toContain('2 groups of 2 to 3 members of the study made-up.');
    expect(hollow((await draw(chart)).svg)).toHaveLength(1);
  });

  it('of deviations has a row for each group', async () => {
    const chart = drawable(chartOf(deviations, source));
    const { texts } = await draw(chart);
    expect(texts.filter((text) => text === '700' || text === '500')).toEqual(['700', '500']);
    const [first] = chart.data;
    expect(first).toMatchObject({ part: 'mean', row: '700', series: 'training' });
    // By hand: (1002 ± 4) / 1000 − 1, in percent.
    expect(first.deviation).toBeCloseTo(0.2, 12);
    expect(first.low).toBeCloseTo(-0.2, 12);
    expect(chart.caption).toContain('Points: means over seed');
  });

  it('shows members if nobody asks for groups', () => {
    const chart = drawable(chartOf({ ...deviations, over: false }, source));
    expect(chart.caption).toContain('Bars: standard errors');
    expect(chart.caption).toContain('6 members of the study made-up');
  });

  it('is skipped where the table has none', () => {
    const without = { ...source, table: { ...table, groups: null } };
    expect(chartOf({ ...curve, title: 'Bias' }, without)).toEqual({
      id: 'chart',
      title: 'Bias',
      reason: 'The table has no groups of members: collect.over names no axis.',
    });
    expect(chartOf(deviations, without)).toHaveProperty('reason');
  });

  it.each([
    settingsOf('curve', { ...curve, x: 'seed' }),
    settingsOf('curve', { ...curve, split: 'seed' }),
    settingsOf('curve', { ...curve, where: { seed: '1' } }),
    settingsOf('deviations', { ...deviations, rows: ['mC', 'seed'] }),
  ])('is skipped where it tells apart what they put together', (settings) => {
    expect(chartOf(settings, source)).toMatchObject({
      reason: 'The groups of the table are over seed, which the chart is to tell apart.',
    });
  });
});
