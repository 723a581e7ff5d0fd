import { glyphIndices, tableOffset } from './font-tables.ts';

/**
 * Reads the advance widths of a TrueType font.
 *
 * @param font The bytes of a font file with a Unicode `cmap` subtable of format 4.
 * @returns The advance width of a character (a UTF-16 code unit) in units of the font size; that of
 *  the missing glyph where the font has none.
 * @throws RangeError if a table is missing.
 * @see OpenType specification 1.9.1, tables head, hhea, hmtx and cmap
 */
export function advanceWidths(font: Uint8Array): (code: number) => number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const unitsPerEm = view.getUint16(tableOffset(view, 'head') + 18);
  const longMetrics = view.getUint16(tableOffset(view, 'hhea') + 34);
  const metrics = tableOffset(view, 'hmtx');
  const glyph = glyphIndices(view);
  return (code) => {
    // Glyphs past the last long metric share its width.
    const index = Math.min(glyph(code), longMetrics - 1);
    return view.getUint16(metrics + 4 * index) / unitsPerEm;
  };
}
