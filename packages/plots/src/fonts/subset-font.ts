import { glyphIndices, tableBytes, tableOffset } from '../text/font-tables.ts';
import { characterMap } from './character-map.ts';
import { fontFile } from './font-file.ts';
import { glyphOutlines, partsOf, viewOf } from './glyph-outline.ts';

/**
 * A TrueType font with the glyphs of some characters only: without hints, kerning and ligatures.
 *
 * @param font A TrueType font.
 * @param text The characters; those that the font lacks are left out.
 * @returns The font file.
 * @see OpenType specification 1.9.1
 */
export function subsetFont(font: Uint8Array, text: string): Uint8Array {
  const view = viewOf(font);
  const glyph = glyphIndices(view);
  const codes = [...new Set(text.split('').map((letter) => letter.charCodeAt(0)))]
    .filter((code) => glyph(code) !== 0)
    .sort((a, b) => a - b);
  const kept = closure(codes.map(glyph), glyphOutlines(view));
  const numbers = new Map([...kept.keys()].map((old, i) => [old, i]));
  const outlines = [...kept.values()].map((outline) => renumbered(outline, numbers));
  return fontFile({
    ...common(font, outlines.length),
    ...places(outlines),
    hmtx: metrics(view, [...kept.keys()]),
    cmap: characterMap(codes.map((code) => [code, numbers.get(glyph(code)) ?? 0])),
  });
}

/** The glyphs, those that they are put together from, and glyph 0, which stands for missing ones. */
function closure(wanted: readonly number[], outlineOf: (glyph: number) => Uint8Array) {
  const kept = new Map<number, Uint8Array>();
  const waiting = [0, ...wanted];
  for (const glyph of waiting) {
    if (kept.has(glyph)) continue;
    const outline = outlineOf(glyph);
    kept.set(glyph, outline);
    waiting.push(...partsOf(outline).map((at) => viewOf(outline).getUint16(at)));
  }
  return kept;
}

function renumbered(outline: Uint8Array, numbers: ReadonlyMap<number, number>): Uint8Array {
  const view = viewOf(outline);
  for (const at of partsOf(outline)) view.setUint16(at, numbers.get(view.getUint16(at)) ?? 0);
  return outline;
}

/** The outlines behind each other, each from a multiple of four bytes on, and where they begin. */
function places(outlines: readonly Uint8Array[]) {
  const ends = [0];
  for (const { length } of outlines) ends.push(ends[ends.length - 1] + 4 * Math.ceil(length / 4));
  const loca = new Uint8Array(4 * ends.length);
  const glyf = new Uint8Array(ends[ends.length - 1]);
  ends.forEach((end, i) => {
    viewOf(loca).setUint32(4 * i, end);
  });
  outlines.forEach((outline, i) => {
    glyf.set(outline, ends[i]);
  });
  return { loca, glyf };
}

/** Advance width and left side bearing of each glyph. */
function metrics(view: DataView, glyphs: readonly number[]): Uint8Array {
  const long = view.getUint16(tableOffset(view, 'hhea') + 34);
  const hmtx = tableOffset(view, 'hmtx');
  const table = new Uint8Array(4 * glyphs.length);
  glyphs.forEach((glyph, i) => {
    const bearing = glyph < long ? 4 * glyph + 2 : 4 * long + 2 * (glyph - long);
    viewOf(table).setUint16(4 * i, view.getUint16(hmtx + 4 * Math.min(glyph, long - 1)));
    viewOf(table).setInt16(4 * i + 2, view.getInt16(hmtx + bearing));
  });
  return table;
}

/** The tables that stay as they are but for a number or two. */
function common(font: Uint8Array, glyphs: number) {
  // Copies: `slice` of a Buffer is none.
  const copy = (tag: string) => Uint8Array.from(tableBytes(font, tag));
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map(copy);
  // Offsets of four bytes in loca; as many metrics, and as many glyphs, as there are.
  viewOf(head).setInt16(50, 1);
  viewOf(hhea).setUint16(34, glyphs);
  viewOf(maxp).setUint16(4, glyphs);
  // Version 3: no names of glyphs.
  const post = copy('post').subarray(0, 32);
  viewOf(post).setUint32(0, 0x00030000);
  return { head, hhea, maxp, post, 'OS/2': tableBytes(font, 'OS/2'), name: names(font) };
}

/** The copyright, which goes with every copy; family, style, full name, and name in PostScript. */
const NAMES = [0, 1, 2, 4, 6];

/** The table of names, with the necessary ones only. */
function names(font: Uint8Array): Uint8Array {
  const table = tableBytes(font, 'name');
  const view = viewOf(table);
  const storage = view.getUint16(4);
  const records = Array.from({ length: view.getUint16(2) }, (_, i) =>
    Array.from({ length: 6 }, (_, k) => view.getUint16(6 + 12 * i + 2 * k))
  ).filter(([platform, encoding, , id]) => platform === 3 && encoding === 1 && NAMES.includes(id));
  const size = 6 + 12 * records.length;
  const small = new Uint8Array(records.reduce((sum, [, , , , length]) => sum + length, size));
  const target = viewOf(small);
  [0, records.length, size].forEach((x, i) => {
    target.setUint16(2 * i, x);
  });
  let end = 0;
  for (const [i, [platform, encoding, language, id, length, offset]] of records.entries()) {
    [platform, encoding, language, id, length, end].forEach((x, k) => {
      target.setUint16(6 + 12 * i + 2 * k, x);
    });
    small.set(table.subarray(storage + offset, storage + offset + length), size + end);
    end += length;
  }
  return small;
}
