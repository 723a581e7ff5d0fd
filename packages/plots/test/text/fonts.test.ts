import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { advanceWidths } from '../../src/text/advance-widths.ts';
import { FONT_FILES, labelWidth } from '../../src/text/fonts.ts';

/** Width of the ink of one line of text as resvg shapes it, px at 100 px a letter. */
function inkWidth(text: string): number {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200">' +
    `<text x="50" y="150" font-size="100px" font-family="DejaVu Sans">${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: [FONT_FILES.upright] };
  return new Resvg(svg, { font }).innerBBox()?.width ?? NaN;
}

describe('labelWidth', () => {
  it.each(['m', 'i', '0', 'G', '−', '…'])(
    'agrees with resvg, which reads the font by itself: %s',
    (letter) => {
      // Bars around the letters keep their side bearings out of the comparison.
      const ink = inkWidth(`|${letter.repeat(20)}|`) - inkWidth('||');
      // resvg rounds the box outwards to whole pixels, on both sides of both texts.
      expect(Math.abs(labelWidth(letter.repeat(20), 100) - ink)).toBeLessThanOrEqual(4);
    }
  );

  it('scales with the font size and sets subscripts smaller', () => {
    expect(labelWidth('mass', 24)).toBeCloseTo(2 * labelWidth('mass', 12), 10);
    expect(labelWidth('*m*_{A}', 12)).toBeLessThan(labelWidth('mA', 12));
    expect(labelWidth('', 12)).toBe(0);
  });
});

describe('advanceWidths', () => {
  it('gives the width of the missing glyph for characters that the font lacks', () => {
    const width = advanceWidths(readFileSync(FONT_FILES.upright));
    // The private use area is empty at its end.
    expect(width(0xf8fe)).toBe(width(0xf8fd));
    expect(width(0xf8fe)).toBeGreaterThan(0);
  });

  it('refuses what is no font', () => {
    expect(() => advanceWidths(new Uint8Array(64))).toThrow('has no table head');
  });
});
