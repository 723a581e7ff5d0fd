import { describe, expect, it } from 'vitest';
import { page } from '../src/page.ts';
import { cellsOf, content, GROUPS, table } from './support/content.ts';

const QUANTITIES = ['auxiliary.mA'];
const figures = [{ member: 'toy-20-1', figure: 'masses' }];

function itemsOf(items: readonly object[], of: Parameters<typeof table>[0] = {}): string[][] {
  const named = items.map((item) => ({ item: 'Table I', ...item }));
  const tables = [{ where: { sample: 'toy-0' }, columns: QUANTITIES }];
  return cellsOf(page(content({ tables, figures, items: named }, of)), 'items-table').slice(1);
}

describe('items of a publication', () => {
  it('of a member say where its number stands, beside the published one, and how to make it again', () => {
    const quantities = [...QUANTITIES, 'deviation.mA'];
    expect(itemsOf([{ of: 'toy-0-1', quantities }])).toEqual([
      [
        'Table I',
        'm̃A [GeV]',
        '1002.0 ± 1.0',
        '1000',
        '+0.20 % (+2.0 σ)',
        'table above',
        'pipelines/paper/out/members/toy-0-1/evaluate/evaluation.json',
        'npx nx run paper-toy-0-1:evaluate',
      ],
      [
        'Table I',
        'm̃A / true mA − 1 [%]',
        '0.20 ± 0.10',
        '',
        '',
        'report',
        'pipelines/paper/out/members/toy-0-1/evaluate/evaluation.json',
        'npx nx run paper-toy-0-1:evaluate',
      ],
    ]);
  });

  it('of a pipeline that is listed name its own project', () => {
    const [[, , , , , place, file, command]] = itemsOf([
      { of: 'measured-data', quantities: QUANTITIES },
    ]);
    expect([place, file, command]).toEqual([
      'report',
      'pipelines/measured-data/out/evaluate/evaluation.json',
      'npx nx run measured-data:evaluate',
    ]);
  });

  it('of a group stand in the table of the study', () => {
    const quantities = [...QUANTITIES, 'auxiliary.mB'];
    const rows = itemsOf([{ of: 'toy-0', quantities }], { groups: GROUPS });
    const file = 'pipelines/paper/out/collect/table.json';
    const command = 'npx nx run paper:collect';
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['1000.0 ± 2.8', '1010', '−0.99 % (−3.5 s)', 'table above', file, command],
      ['800.50 (1 of 2)', '800.5', '0.00 %', 'file', file, command],
    ]);
  });

  it('lead to figures on the page, to those in reports, and to charts', () => {
    const items = [
      { item: 'Figure 5', of: 'toy-20-1', figure: 'masses' },
      { item: 'Figure 5', of: 'toy-0-1', figure: 'masses' },
      { item: 'Figure 6', of: 'toy-0-1', figure: 'solvability' },
      { item: 'Figure 4', chart: 'deviations' },
    ];
    const html = page(content({ figures, items }));
    const rows = cellsOf(html, 'items-table').slice(1);
    expect(rows.map(([item, , , , , ...where]) => [item, ...where])).toEqual([
      [
        'Figure 5',
        'figure below',
        'pipelines/paper/out/members/toy-20-1/figures/masses.svg',
        'npx nx run paper-toy-20-1:figures',
      ],
      [
        'Figure 5',
        'report',
        'pipelines/paper/out/members/toy-0-1/figures/masses.svg',
        'npx nx run paper-toy-0-1:figures',
      ],
      ['Figure 6', 'not drawn', '', 'npx nx run paper-toy-0-1:figures'],
      [
        'Figure 4',
        'chart below',
        'pipelines/paper/out/charts/deviations.svg',
        'npx nx run paper:charts',
      ],
    ]);
    expect(html).toContain('href="#figure-1-masses"');
    expect(html).toContain('href="../members/toy-0-1/report/report.html#figure-masses"');
    expect(html).toContain('href="../members/toy-20-1/figures/masses.svg"');
    expect(html).toContain('href="../charts/deviations.svg"');
  });

  it.each([
    [{ of: 'toy-0-3', quantities: QUANTITIES }, 'no such member or group. Did you mean "toy-0-1"?'],
    [{ of: 'toy-0-1', quantities: ['auxiliary.mD'] }, 'asks for auxiliary.mD, and table.json has'],
    [{ of: 'toy-0-1', figure: 'mass' }, 'it has masses, solvability. Did you mean "masses"?'],
    [{ chart: 'pulls' }, 'the chart "pulls", which the study has not: expected one of deviations.'],
  ])('that the study has not are told: %j', (item, expected) => {
    expect(() => itemsOf([item])).toThrow(expected);
  });
});
