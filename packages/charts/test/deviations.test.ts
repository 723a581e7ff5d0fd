import { describe, expect, it } from 'vitest';
import { deviationPoints, quantityOf } from '../src/deviations/deviation-points.ts';
import { deviationsChart } from '../src/deviations/deviations-chart.ts';
import { draw, drawable, member, settingsOf, smallTable, tableOf, TRUTH } from './support.ts';

const source = { table: smallTable(), histories: {}, width: 880 };
const settings = settingsOf('deviations', {
  methods: ['auxiliary', 'likelihood', 'endpoint.m2cc'],
});

describe('deviations', () => {
  it('are percentages of the true mass, and so are their errors', () => {
    const rows = [
      {
        label: 'r',
        member: member({}, { ...TRUTH, 'auxiliary.mA': [1002, 3], 'auxiliary.mB': [796, null] }),
      },
      { label: 'blind', member: member({}, { 'auxiliary.mA': [1002, 3] }) },
    ];
    // By hand: (1002 − 1000) / 1000 = 0.2 %, 3 / 1000 = 0.3 %; (796 − 800) / 800 = −0.5 %.
    const [point, ...others] = deviationPoints(rows, 'auxiliary', 'A');
    expect(others).toEqual([]);
    expect(point.row).toBe('r');
    expect(point.deviation).toBeCloseTo(0.2, 12);
    expect(point.low).toBeCloseTo(-0.1, 12);
    expect(point.high).toBeCloseTo(0.5, 12);
    expect(deviationPoints(rows, 'auxiliary', 'B')).toEqual([
      { row: 'r', series: 'training', deviation: -0.5, low: -0.5, high: -0.5 },
    ]);
  });

  it('of the end of a distribution are those of its subsystem', () => {
    expect(quantityOf('endpoint.m2cc', 'A')).toBe('endpoint.m2cc_ab');
    expect(quantityOf('endpoint.mt2', 'B')).toBe('endpoint.mt2_b');
    expect(quantityOf('solvability', 'B')).toBe('solvability.mB');
  });

  it('have a row for each member with truth, and a panel for each mass', async () => {
    const { texts } = await draw(deviationsChart(settings, source));
    const rows = ['toy, deelema', 'toy, paper', 'toy-ec20, deelema', 'toy-ec20, paper'];
    expect(texts.filter((text) => rows.includes(text))).toEqual(rows);
    expect(texts).toContain('(mA − true) / true [%]');
    expect(texts).toContain('(mB − true) / true [%]');
    expect(texts).toContain('training');
    expect(texts).toContain('end of M2CC');
    expect(texts).not.toContain('measured-data');
  });

  it('have a panel for each mass that some member has a deviation of, and for no other', async () => {
    const four = member(
      { topology: 'four' },
      { ...TRUTH, 'auxiliary.mA': [1001, 2], 'auxiliary.mB': [801, 1] }
    );
    const nothing = { value: null, error: null };
    const others = { 'auxiliary.mD': { value: 1003, error: 1 }, 'auxiliary.mE': nothing };
    const truths = { 'truth.mD.mean': { value: 1000, error: null } };
    const median = { 'truth.mD.median': { value: 1000, error: null } };
    const numbers = { ...four.numbers, ...others, ...truths, ...median };
    const base = tableOf([{ ...four, numbers }]);
    const named = ['auxiliary.mD', 'auxiliary.mE'].map((name) => ({
      name,
      title: '',
      unit: 'GeV',
    }));
    const table = { ...base, quantities: [...base.quantities, ...named] };
    const chart = drawable(deviationsChart(settings, { ...source, table }));
    const { texts } = await draw(chart);
    expect(texts.filter((text) => text.endsWith('[%]'))).toEqual(
      ['A', 'B', 'D'].map((mass) => `(m${mass} − true) / true [%]`)
    );
    expect(chart.caption).toContain('Masses of A, B and D measured');
    expect(texts.filter((text) => text === 'four')).toHaveLength(2);
  });

  it('draw a symbol for each number: seven of A, five of B, none of a null', async () => {
    const { svg } = await draw(deviationsChart(settings, source));
    // A: four trainings, a likelihood, two endpoints; B: three trainings and two endpoints.
    expect(symbols(svg)).toBe(7 + 5);
  });

  it('count in the caption whose truth is not known', () => {
    const { caption } = drawable(deviationsChart(settings, source));
    expect(caption).toContain(
      '4 members of the study made-up; 1 more without true masses, left out.'
    );
  });

  it('leave out a method that measured nothing, from the legend too', async () => {
    const all = settingsOf('deviations', { methods: ['auxiliary', 'solvability'] });
    const { texts } = await draw(deviationsChart(all, source));
    expect(texts).toContain('training');
    expect(texts).not.toContain('solvability');
  });

  it('show what lies beyond the range as an arrow, and say so', async () => {
    const narrow = settingsOf('deviations', { methods: ['auxiliary'], range: 1, band: 0.2 });
    const chart = drawable(deviationsChart(narrow, source));
    expect(chart.caption).toContain('Grey: ± 0.2 %. Arrows: more than 1 % off.');
    const { svg } = await draw(chart);
    // Seven trainings of both masses: four of them are paper's, 5 to 12.5 % off.
    expect(symbols(svg)).toBe(7);
    const { svg: wide } = await draw(deviationsChart({ ...narrow, range: 20 }, source));
    expect(symbols(wide)).toBe(7);
    expect(paths(svg)).not.toEqual(paths(wide));
  });

  it('name rows by the axes that are asked for, among the members that are', async () => {
    const some = settingsOf('deviations', { rows: ['spectrum'], where: { recipe: 'paper' } });
    const { texts } = await draw(deviationsChart(some, source));
    expect(texts.filter((text) => text.startsWith('toy'))).toEqual(['toy', 'toy-ec20']);
  });

  it('are skipped where nothing is known', () => {
    const table = tableOf([member({}, { 'auxiliary.mA': [173, 1] }, 'data')]);
    expect(deviationsChart(settings, { ...source, table })).toMatchObject({
      id: 'chart',
      reason: 'No member has a measured mass beside a true one.',
    });
  });

  it('keep to the width, to a few pixels', async () => {
    for (const width of [720, 1200]) {
      const drawing = await draw(deviationsChart(settings, { ...source, width }));
      expect(Math.abs(drawing.width - width)).toBeLessThan(0.04 * width);
    }
  });
});

/** The paths in groups of symbols. */
function paths(svg: string): string[] {
  return [...svg.matchAll(/<g class="mark-symbol role-mark[^"]*"[^>]*>(.*?)<\/g>/g)].flatMap(
    ([, content]) => [...content.matchAll(/<path [^>]*d="([^"]*)"/g)].map(([, path]) => path)
  );
}

/** How many symbols stand in the panels. */
function symbols(svg: string): number {
  return paths(svg).length;
}
