import { describe, expect, it } from 'vitest';
import { embedFonts } from '../../src/fonts/embed-fonts.ts';
import { advanceWidths } from '../../src/text/advance-widths.ts';

const SVG =
  '<svg><title>Z</title><text font-size="12px"><tspan font-style="italic">m</tspan>' +
  '<tspan dy="2">A</tspan> &lt; 1</text></svg>';

/** The fonts in a drawing by their style, and the characters that they are for. */
function faces(svg: string) {
  const rules =
    /@font-face\{[^}]*font-style:(\w+);src:url\(data:font\/ttf;base64,([^)]*)\)[^}]*unicode-range:([^}]*)\}/g;
  return [...svg.matchAll(rules)].map(([, style, data, range]) => {
    const characters = range
      .split(',')
      .map((code) => String.fromCodePoint(parseInt(code.slice(2), 16)))
      .join('');
    return { style, characters, font: Buffer.from(data, 'base64') };
  });
}

describe('embedFonts', () => {
  it('brings along the letters of the text, upright and italic ones each', () => {
    const found = faces(embedFonts(SVG));
    expect(found.map(({ style, characters }) => [style, characters])).toEqual([
      ['normal', ' 1<A'],
      ['italic', 'm'],
    ]);
    // DejaVu Sans Oblique, m: 1995 of 2048 units.
    expect(advanceWidths(found[1].font)('m'.charCodeAt(0))).toBe(1995 / 2048);
  });

  it('leaves out a style that no letter has', () => {
    const upright = '<svg><title>Z</title><text font-size="12px">a</text></svg>';
    expect(faces(embedFonts(upright)).map(({ style }) => style)).toEqual(['normal']);
  });

  it('adds nothing else', () => {
    expect(embedFonts(SVG).replace(/<style>.*?<\/style>/, '')).toBe(SVG);
  });
});
