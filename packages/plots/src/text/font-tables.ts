/** Where a table stands in the file. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

/**
 * Where a table of a TrueType font begins.
 *
 * @param view The font.
 * @param tag Four letters.
 * @throws RangeError if the font has no such table.
 */
export function tableOffset(view: DataView, tag: string): number {
  return placeOf(view, tag).offset;
}

/**
 * A table of a TrueType font.
 *
 * @param font The bytes of the file.
 * @param tag Four letters.
 * @returns The bytes of the table, in place.
 * @throws RangeError if the font has no such table.
 */
export function tableBytes(font: Uint8Array, tag: string): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const { offset, length } = placeOf(view, tag);
  return font.subarray(offset, offset + length);
}

function placeOf(view: DataView, tag: string): Place {
  const tables = view.getUint16(4);
  for (let i = 0; i < tables; ++i) {
    const record = 12 + 16 * i;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    if (name === tag) {
      return { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) };
    }
  }
  throw new RangeError(`The font has no table ${tag}, expected a TrueType font.`);
}

/**
 * The numbers of the glyphs of a TrueType font by character (a UTF-16 code unit); 0 where it has none.
 *
 * @param view The font, with a Unicode `cmap` subtable of format 4.
 * @see OpenType specification 1.9.1, table cmap
 */
export function glyphIndices(view: DataView): (code: number) => number {
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
