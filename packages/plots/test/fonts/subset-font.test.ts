import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { subsetFont } from '../../src/fonts/subset-font.ts';
import { advanceWidths } from '../../src/text/advance-widths.ts';
import { FONT_FILES } from '../../src/text/fonts.ts';

/** Digits of equal width, letters put together from parts, Greek, and signs: nothing that is kerned. */
const TEXT = '0123456789 éñÅ τμ [] − ± “”';

/** The pixels of a line of text, set in one font alone. */
function pixels(fontFile: string, text: string): Buffer {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60">' +
    `<text x="5" y="40" font-size="30px" font-family="DejaVu Sans">${text}</text></svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [fontFile] } }).render()
    .pixels;
}

function written(font: Uint8Array): string {
  const file = join(temporaryFolder(), 'font.ttf');
  writeFileSync(file, font);
  return file;
}

describe('subsetFont', () => {
  it.each(Object.values(FONT_FILES))('draws its letters as the whole font does: %s', (file) => {
    const small = written(subsetFont(readFileSync(file), TEXT));
    const whole = pixels(file, TEXT);
    expect(whole.some((value) => value > 0)).toBe(true);
    expect(pixels(small, TEXT).equals(whole)).toBe(true);
  });

  it('keeps the widths of all letters', () => {
    const whole = readFileSync(FONT_FILES.upright);
    const letters = 'The quick brown fox: M_T2, 1000 GeV²';
    const [width, wholeWidth] = [advanceWidths(subsetFont(whole, letters)), advanceWidths(whole)];
    for (const letter of letters) {
      expect(width(letter.charCodeAt(0)), letter).toBe(wholeWidth(letter.charCodeAt(0)));
    }
  });

  it('has no other letters, and is small', () => {
    const small = subsetFont(readFileSync(FONT_FILES.upright), 'abc');
    const [drawn, missing, others] = ['abc', 'XYZ', 'MTC'].map((text) =>
      pixels(written(small), text)
    );
    expect(missing.equals(others)).toBe(true);
    expect(missing.equals(drawn)).toBe(false);
    // Three letters and the sign of a missing one; the font has 757 kB.
    expect(small.length).toBeLessThan(3000);
  });

  it('leaves the font as it was, also in a Buffer, whose slices are no copies', () => {
    const font = readFileSync(FONT_FILES.upright);
    subsetFont(font, TEXT);
    expect(font.equals(readFileSync(FONT_FILES.upright))).toBe(true);
  });

  it('has the checksum that the format asks for', () => {
    const small = subsetFont(readFileSync(FONT_FILES.upright), TEXT);
    const view = new DataView(small.buffer, small.byteOffset, small.byteLength);
    let total = 0;
    for (let i = 0; i < small.length; i += 4) total = (total + view.getUint32(i)) >>> 0;
    // OpenType specification, table head: checksumAdjustment makes the whole file add up to this.
    expect(total).toBe(0xb1b0afba);
  });
});
