import { tableOffset } from '../text/font-tables.ts';

/** Of a part of a composite glyph, see the table glyf. */
const FLAGS = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80, hints: 0x100 };

/**
 * The outlines of a TrueType font without their hints, which need programs that a small font does without.
 *
 * @param view The font.
 * @returns The bytes of a glyph by its number, to be changed freely; none of a space.
 * @see OpenType specification 1.9.1, tables loca and glyf
 */
export function glyphOutlines(view: DataView): (glyph: number) => Uint8Array {
  const isLong = view.getInt16(tableOffset(view, 'head') + 50) === 1;
  const [loca, glyf] = [tableOffset(view, 'loca'), tableOffset(view, 'glyf')];
  const start = (glyph: number) =>
    glyf + (isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph));
  return (glyph) => {
    const from = view.byteOffset + start(glyph);
    const outline = new Uint8Array(view.buffer, from, start(glyph + 1) - start(glyph)).slice();
    return outline.length === 0 ? outline : withoutHints(outline);
  };
}

/** @returns Offsets of the numbers of the glyphs that a composite glyph is put together from. */
export function partsOf(outline: Uint8Array): number[] {
  return outline.length === 0 || viewOf(outline).getInt16(0) >= 0 ? [] : walkParts(outline).parts;
}

/** @returns A view of bytes wherever they stand. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function withoutHints(outline: Uint8Array): Uint8Array {
  const view = viewOf(outline);
  const contours = view.getInt16(0);
  if (contours < 0) return compositeWithoutHints(outline);
  const at = 10 + 2 * contours;
  const hints = view.getUint16(at);
  view.setUint16(at, 0);
  outline.copyWithin(at + 2, at + 2 + hints);
  return outline.subarray(0, outline.length - hints);
}

function compositeWithoutHints(outline: Uint8Array): Uint8Array {
  const view = viewOf(outline);
  const { parts, end } = walkParts(outline);
  for (const at of parts) view.setUint16(at - 2, view.getUint16(at - 2) & ~FLAGS.hints);
  return outline.subarray(0, end);
}

function walkParts(outline: Uint8Array) {
  const view = viewOf(outline);
  const parts: number[] = [];
  let at = 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    parts.push(at + 2);
    at += 4 + (flags & FLAGS.words ? 4 : 2);
    if (flags & FLAGS.scale) at += 2;
    if (flags & FLAGS.twoScales) at += 4;
    if (flags & FLAGS.matrix) at += 8;
  } while (flags & FLAGS.more);
  return { parts, end: at };
}
