import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { advanceWidths } from './advance-widths.ts';
import { parseMarkup, relativeSize } from './markup.ts';

/** Verdana has the same widths and stands in where a reader's machine has no DejaVu. */
export const FONT_FAMILY = 'DejaVu Sans, Verdana, sans-serif';

const require = createRequire(import.meta.url);

/** The font files that figures are drawn with: shipped, so that every machine draws the same. */
export const FONT_FILES = {
  upright: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  italic: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf'),
} as const;

const upright = advanceWidths(readFileSync(FONT_FILES.upright));
const italic = advanceWidths(readFileSync(FONT_FILES.italic));

/**
 * Width of a marked-up label set in DejaVu Sans, kerning aside.
 *
 * @param label Text with the markup of `parseMarkup`.
 * @param fontSize Font size, px.
 * @returns Width, px.
 */
export function labelWidth(label: string, fontSize: number): number {
  let width = 0;
  for (const run of parseMarkup(label)) {
    const advance = run.italic ? italic : upright;
    for (let i = 0; i < run.text.length; ++i) {
      width += advance(run.text.charCodeAt(i)) * relativeSize(run);
    }
  }
  return width * fontSize;
}
