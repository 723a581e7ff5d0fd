import { COLOURS, INK } from '@deelema/plots';
import { describe, expect, it } from 'vitest';
import { curveChart } from '../src/curve/curve-chart.ts';
import { placesOf, publishedPoints } from '../src/curve/curve-points.ts';
import { publishedPoints as publishedDeviations } from '../src/deviations/deviation-points.ts';
import { deviationsChart } from '../src/deviations/deviations-chart.ts';
import { publishedNumber } from '../src/members.ts';
import {
  draw,
  drawable,
  hollow,
  member,
  settingsOf,
  smallTable,
  tableOf,
  TRUTH,
} from './support.ts';

/** A member with truth, a training, and numbers of a publication. */
function published(labels: Readonly<Record<string, string>>, values: Record<string, number>) {
  const numbers = { ...TRUTH, 'auxiliary.mA': [1001, 2], 'deviation.mA': [0.001, 0.002] } as const;
  return { ...member(labels, numbers), published: { source: `Table ${labels.ec}`, values } };
}

const table = tableOf([
  published({ ec: '0', recipe: 'p' }, { 'auxiliary.mA': 1005 }),
  published({ ec: '0', recipe: 'd' }, { 'auxiliary.mA': 1005 }),
  published({ ec: '20', recipe: 'p' }, { 'auxiliary.mA': 1010, 'likelihood.mA': 990 }),
  member({ ec: '20', recipe: 'd' }, { ...TRUTH, 'auxiliary.mA': [1000, 1] }),
]);
const source = { table, histories: {}, width: 880 };
const [zero, , twenty, without] = table.members;
const [auxiliary, , deviation] = table.quantities;

describe('a published number', () => {
  it('is that of the quantity, or a deviation that follows from the mass', () => {
    expect(publishedNumber(zero, 'auxiliary.mA')).toBe(1005);
    // 1005 / 1000 − 1, with the rounding of the quotient.
    expect(publishedNumber(zero, 'deviation.mA')).toBeCloseTo(0.005, 15);
    const given = { source: '', values: { 'auxiliary.mA': 1005, 'deviation.mA': 0.25 } };
    expect(publishedNumber({ ...zero, published: given }, 'deviation.mA')).toBe(0.25);
  });

  it('is unknown without it, without a publication, and without the truth', () => {
    expect(publishedNumber(zero, 'auxiliary.mB')).toBeNull();
    expect(publishedNumber(zero, 'deviation.mB')).toBeNull();
    expect(publishedNumber(without, 'deviation.mA')).toBeNull();
    const blind = { ...member({}, {}, 'blind'), published: zero.published };
    expect(publishedNumber(blind, 'deviation.mA')).toBeNull();
  });
});

describe('published numbers in a curve', () => {
  const settings = settingsOf('curve', {
    x: 'ec',
    split: 'recipe',
    quantities: ['auxiliary.mA', 'deviation.mA'],
  });
  const places = placesOf(table, table.members, settings);

  it('have their places; one that several lines have at the same place is drawn once', () => {
    expect(publishedPoints(table.members, auxiliary, places, settings)).toEqual([
      { x: 0, y: 1005, series: null },
      { x: 20, y: 1010, series: 'p' },
    ]);
    const [first] = publishedPoints(table.members, deviation, places, settings);
    expect(first.y).toBeCloseTo(0.5, 12);
  });

  it('stand beside each other where labels are places', () => {
    const named = { labels: places.labels, numbers: null };
    expect(publishedPoints(table.members, auxiliary, named, settings)).toEqual([
      { x: '0', y: 1005, series: 'p' },
      { x: '0', y: 1005, series: 'd' },
      { x: '20', y: 1010, series: 'p' },
    ]);
  });

  it('are hollow symbols with an entry in the legend, and the caption says whose they are', async () => {
    const chart = drawable(curveChart(settings, source));
    const { svg, texts } = await draw(chart);
    expect(hollow(svg)).toEqual([INK, COLOURS.blue, INK, COLOURS.blue]);
    expect(texts.filter((text) => text === 'published')).toHaveLength(1);
    expect(chart.caption).toContain('Hollow: published numbers (Table 0; Table 20).');
    const parts = chart.data.map(({ part, value, low }) => ({ part, value, low }));
    expect(parts).toContainEqual({ part: 'measured', value: 1001, low: 999 });
    expect(parts).toContainEqual({ part: 'published', value: 1010, low: null });
  });

  it('are of publications that the caption names only where it shows them', () => {
    const other = { source: 'Table IV', values: { events: 12 } };
    const some = tableOf([zero, { ...twenty, published: other }]);
    const { caption } = drawable(curveChart(settings, { ...source, table: some }));
    expect(caption).toContain('(Table 0)');
    const rows = settingsOf('deviations', { methods: ['auxiliary'] });
    const chart = drawable(deviationsChart(rows, { ...source, table: some }));
    expect(chart.caption).toContain('(Table 0)');
  });

  it('lie within the panel', async () => {
    const far = tableOf([published({ ec: '0' }, { 'auxiliary.mA': 2000 })]);
    const one = settingsOf('curve', { x: 'ec', quantities: ['auxiliary.mA'] });
    const { texts } = await draw(curveChart(one, { ...source, table: far }));
    expect(Math.max(...texts.map(Number).filter(Number.isFinite))).toBeGreaterThanOrEqual(1900);
  });

  it('are left out if nobody wants them, and are not there without a publication', async () => {
    for (const [chosen, shown] of [
      [{ ...settings, published: false }, source],
      [settingsOf('curve', { ...settings, x: 'spectrum' }), { ...source, table: smallTable() }],
    ] as const) {
      const chart = drawable(curveChart(chosen, shown));
      const { svg, texts } = await draw(chart);
      expect(hollow(svg)).toEqual([]);
      expect(texts).not.toContain('published');
      expect(chart.caption).not.toContain('published');
    }
  });
});

describe('published numbers among deviations', () => {
  const settings = settingsOf('deviations', { methods: ['auxiliary', 'likelihood'] });
  const rows = table.members.map((row) => ({ label: row.name, member: row }));

  it('are percentages of the true mass, by the method that they are of', () => {
    // By hand: 5, 5 and 10 GeV too much, and 10 GeV too little, of 1000 GeV.
    const found = (method: 'auxiliary' | 'likelihood') =>
      publishedDeviations(rows, method, 'A').map(({ row, series, deviation: percent }) => {
        return [row, series, Number(percent.toFixed(12))];
      });
    expect(found('auxiliary')).toEqual([
      ['0-p', 'training', 0.5],
      ['0-d', 'training', 0.5],
      ['20-p', 'training', 1],
    ]);
    expect(found('likelihood')).toEqual([['20-p', 'likelihood of solutions', -1]]);
    expect(publishedDeviations(rows, 'auxiliary', 'B')).toEqual([]);
  });

  it('may be given as deviations', () => {
    const given = { source: '', values: { 'deviation.mA': 0.02 } };
    const row = { label: 'r', member: { ...twenty, published: given } };
    expect(publishedDeviations([row], 'auxiliary', 'A')).toMatchObject([{ deviation: 2 }]);
    expect(publishedDeviations([row], 'likelihood', 'A')).toEqual([]);
  });

  it('are hollow symbols in the colour of their method, beyond the range too', async () => {
    const chart = drawable(deviationsChart(settings, source));
    const { svg, texts } = await draw(chart);
    // Nobody here has a likelihood of their own, so that the method is not shown.
    expect(hollow(svg)).toEqual([COLOURS.blue, COLOURS.blue, COLOURS.blue]);
    expect(texts).toContain('published');
    expect(chart.caption).toContain('Hollow: published numbers (Table 0; Table 20).');
    expect(chart.data.filter(({ part }) => part === 'published')).toHaveLength(3);
    const narrow = await draw(deviationsChart({ ...settings, range: 0.7 }, source));
    expect(hollow(narrow.svg)).toHaveLength(3);
    const none = await draw(deviationsChart({ ...settings, published: false }, source));
    expect(hollow(none.svg)).toEqual([]);
    expect(none.texts).not.toContain('published');
  });
});
