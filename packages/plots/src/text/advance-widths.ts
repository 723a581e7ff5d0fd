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
  const glyph = glyphs(view);
  return (code) => {
    // Glyphs past the last long metric share its width.
    const index = Math.min(glyph(code), longMetrics - 1);
    return view.getUint16(metrics + 4 * index) / unitsPerEm;
  };
}

function tableOffset(view: DataView, tag: string): number {
  const tables = view.getUint16(4);
  for (let i = 0; i < tables; ++i) {
    const record = 12 + 16 * i;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new RangeError(`The font has no table ${tag}, expected a TrueType font.`);
}

function glyphs(view: DataView): (code: number) => number {
  const subtable = unicodeSubtable(view);
  const segments = view.getUint16(subtable + 6) / 2;
  const ends = subtable + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  return (code) => {
    let i = 0;
    while (view.getUint16(ends + 2 * i) < code) ++i;
    const start = view.getUint16(starts + 2 * i);
    if (start > code) return 0;
    const delta = view.getUint16(deltas + 2 * i);
    const offset = view.getUint16(offsets + 2 * i);
    if (offset === 0) return (code + delta) & 0xffff;
    const index = view.getUint16(offsets + 2 * i + offset + 2 * (code - start));
    return index === 0 ? 0 : (index + delta) & 0xffff;
  };
}

/** Offset of the subtable for the Basic Multilingual Plane: platform 3, encoding 1, format 4. */
function unicodeSubtable(view: DataView): number {
  const cmap = tableOffset(view, 'cmap');
  const subtables = view.getUint16(cmap + 2);
  for (let i = 0; i < subtables; ++i) {
    const record = cmap + 4 + 8 * i;
    const offset = cmap + view.getUint32(record + 4);
    const isUnicode = view.getUint16(record) === 3 && view.getUint16(record + 2) === 1;
    if (isUnicode && view.getUint16(offset) === 4) return offset;
  }
  throw new RangeError('The font has no Unicode cmap subtable of format 4, expected one.');
}
