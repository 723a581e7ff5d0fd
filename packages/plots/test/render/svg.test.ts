import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../src/render/svg.ts';

const POINTS = { data: { values: [{ x: 1, y: 2 }] }, mark: 'point' } as const;

describe('drawSvg', () => {
  it('escapes the title', async () => {
    const { svg } = await drawSvg('a', 'a < b & "c"', POINTS);
    expect(svg).toContain('<title>a &lt; b &amp; &quot;c&quot;</title>');
  });

  it('takes a warning of Vega-Lite for an error', async () => {
    const mark = { type: 'bar', interpolate: 'step' } as const;
    const encoding = {
      x: { field: 'x', type: 'quantitative', scale: { type: 'log', zero: true } },
    };
    const spec = { ...POINTS, mark, encoding } as never;
    await expect(drawSvg('a', 'a', spec)).rejects.toThrow('Vega-Lite: ');
  });

  it('makes room for labels as wide as they are drawn', async () => {
    const labelled = (title: string) => ({
      ...POINTS,
      width: 10,
      height: 10,
      encoding: {
        y: { field: 'y', type: 'quantitative', axis: { title: null, labelExpr: title } },
      },
    });
    const draw = async (label: string) =>
      (await drawSvg('a', 'a', labelled(`'${label}'`) as never)).width;
    // Ten letters of 0.974 em (DejaVu Sans, m: 1995 of 2048 units) at 12 px.
    const difference = (await draw('m'.repeat(30))) - (await draw('m'.repeat(20)));
    expect(Math.abs(difference - 10 * 12 * (1995 / 2048))).toBeLessThanOrEqual(2);
  });
});
