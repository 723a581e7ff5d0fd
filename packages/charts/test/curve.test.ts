import { describe, expect, it } from 'vitest';
import { curveChart } from '../src/curve/curve-chart.ts';
import { curvePoints, placesOf } from '../src/curve/curve-points.ts';
import { draw, drawable, member, settingsOf, smallTable, tableOf } from './support.ts';

const numbered = tableOf([
  member({ mC: '700' }, { 'auxiliary.mA': [1000, 1], 'deviation.mA': [0.002, 0.001] }),
  member({ mC: '500' }, { 'auxiliary.mA': [810, 2] }),
  member({ mC: '900' }, {}),
  member({}, { 'auxiliary.mA': [173, 1] }, 'data'),
]);
const source = { table: numbered, histories: {}, width: 880 };
const settings = settingsOf('curve', {
  x: 'mC',
  xTitle: '*m*_{C} [GeV]',
  quantities: ['auxiliary.mA', 'deviation.mA', 'events'],
});
const [auxiliary, , deviation] = numbered.quantities;

describe('the places of a curve', () => {
  const places = (chosen: object) =>
    placesOf(numbered, numbered.members, settingsOf('curve', { ...settings, ...chosen }));

  it('are the labels as numbers', () => {
    expect(places({}).numbers).toEqual({ 500: 500, 700: 700, 900: 900 });
  });

  it('are what the labels stand for', () => {
    const values = { 500: 1, 700: 2 };
    expect(places({ values }).numbers).toEqual({ 500: 1, 700: 2, 900: 900 });
  });

  it('are the labels themselves where one is no number', () => {
    const table = smallTable();
    const places = placesOf(
      table,
      table.members,
      settingsOf('curve', { ...settings, x: 'recipe' })
    );
    expect(places).toEqual({ labels: ['deelema', 'paper'], numbers: null });
  });
});

describe('a curve', () => {
  const places = placesOf(numbered, numbered.members, settings);

  it('runs from left to right, without members that have no number', () => {
    expect(curvePoints(numbered.members, auxiliary, places, settings)).toEqual([
      { x: 500, y: 810, low: 808, high: 812, series: '' },
      { x: 700, y: 1000, low: 999, high: 1001, series: '' },
    ]);
  });

  it('shows a deviation in percent', () => {
    const [point] = curvePoints(numbered.members, deviation, places, settings);
    expect(point.y).toBeCloseTo(0.2, 12);
    expect(point.high - point.low).toBeCloseTo(0.2, 12);
  });

  it('has a panel for each quantity that there is', async () => {
    const chart = drawable(curveChart(settings, source));
    const { texts, svg } = await draw(chart);
    expect(texts.filter((text) => text === 'mC [GeV]')).toHaveLength(2);
    expect(texts).toContain('m̃A [GeV]');
    expect(texts).toContain('m̃A / true mA − 1 [%]');
    expect(chart.caption).toContain('Of 1 more no member has a number.');
    expect(chart.caption).toContain(
      '3 members of the study made-up; 1 more without a value of mC, left out.'
    );
    expect(svg).toContain('mark-line');
  });

  it('has a line and a legend entry for each label of an axis', async () => {
    const split = settingsOf('curve', {
      x: 'spectrum',
      split: 'recipe',
      quantities: ['auxiliary.mA', 'auxiliary.mB'],
    });
    const { texts, svg } = await draw(curveChart(split, { ...source, table: smallTable() }));
    expect(texts.filter((text) => ['deelema', 'paper'].includes(text))).toEqual([
      'deelema',
      'paper',
    ]);
    expect(texts.filter((text) => text === 'toy-ec20')).toHaveLength(2);
    // Places have no order that a line could follow.
    expect(svg).not.toContain('mark-line');
  });

  it('is skipped where there is no number', () => {
    const none = settingsOf('curve', { x: 'mC', quantities: ['solvability.mB'] });
    expect(curveChart(none, source)).toMatchObject({
      reason: 'No member has a number of any of the quantities.',
    });
  });
});
