import { describe, expect, it } from 'vitest';
import { measuredPoints } from '../src/measured-points.ts';
import { paletteOf, shapesOf } from '../src/palette.ts';
import { drawSvg } from '../src/render/svg.ts';

describe('the palette', () => {
  it('tells seven lines apart by colour and symbol, and begins again', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const series = paletteOf(names);
    const colours = Object.values(series).map(([colour]) => colour);
    expect(Object.keys(series)).toEqual(names);
    expect(new Set(colours.slice(0, 7)).size).toBe(7);
    expect(colours[7]).toBe(colours[0]);
    expect(new Set(shapesOf(series).slice(0, 7)).size).toBe(7);
  });
});

describe('measured points', () => {
  const series = paletteOf(['one', 'two']);
  const values = [
    { x: 1, y: 5, low: 4, high: 6, series: 'one' },
    { x: 2, y: 7, low: 7, high: 7, series: 'two' },
  ];
  const encoding = {
    x: { field: 'x', type: 'quantitative' as const, scale: { domain: [0, 10] } },
    y: { field: 'y', type: 'quantitative' as const, scale: { domain: [0, 10], nice: false } },
  };

  async function draw(legend: number | null): Promise<string> {
    const layer = measuredPoints(values, encoding, { along: 'y', series, legend });
    return (await drawSvg('p', 'p', { width: 100, height: 100, layer })).svg;
  }

  it('have error bars of the length of their errors, in the colour of their points', async () => {
    const svg = await draw(null);
    const bars = [...svg.matchAll(/<line [^>]*stroke="([^"]*)"[^>]*stroke-width="1.3"/g)];
    expect(bars.map(([, colour]) => colour)).toEqual([series.one[0], series.two[0]]);
    // From 4 to 6 on an axis of 10 that is 100 px long.
    expect(Math.abs(Number(/ y2="([-\d.]+)"/.exec(bars[0][0])?.[1]))).toBeCloseTo(20, 9);
  });

  it('have one legend of colours and symbols, if any', async () => {
    const entries = (svg: string) => svg.match(/>(?:one|two)</g) ?? [];
    expect(entries(await draw(2))).toHaveLength(2);
    expect(entries(await draw(null))).toEqual([]);
  });
});
