import { viewOf } from './glyph-outline.ts';

/** A character without a glyph, which ends the map. */
const LAST = 0xffff;

/**
 * The table cmap of a font: a segment of format 4 for each character.
 *
 * @param glyphs Character (a UTF-16 code unit) and number of its glyph, characters ascending.
 * @see OpenType specification 1.9.1, table cmap
 */
export function characterMap(glyphs: readonly (readonly [code: number, glyph: number])[]) {
  const segments = [...glyphs, [LAST, 0] as const];
  const n = segments.length;
  const power = Math.floor(Math.log2(n));
  const range = 2 * 2 ** power;
  const length = 16 + 8 * n;
  const subtable = [4, length, 0, 2 * n, range, power, 2 * n - range];
  const codes = segments.map(([code]) => code);
  const deltas = segments.map(([code, glyph]) => (glyph - code) & 0xffff);
  const offsets = segments.map(() => 0);
  // Version 0, one subtable: Windows, Unicode, 12 bytes from here.
  const words = [0, 1, 3, 1, 0, 12, ...subtable, ...codes, 0, ...codes, ...deltas, ...offsets];
  const table = new Uint8Array(2 * words.length);
  const view = viewOf(table);
  words.forEach((word, i) => {
    view.setUint16(2 * i, word);
  });
  return table;
}
