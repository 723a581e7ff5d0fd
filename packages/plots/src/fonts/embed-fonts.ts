import { readFileSync } from 'node:fs';
import { FONT_FILES } from '../text/fonts.ts';
import { subsetFont } from './subset-font.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** The words of a drawing by their style. */
interface Words {
  readonly normal: string;
  readonly italic: string;
}

/**
 * An SVG that carries the glyphs of its text, so that it looks the same where the reader has no DejaVu Sans.
 *
 * The fonts say which characters they have: drawings in one page lend each other no missing ones.
 *
 * @param svg A drawing of `drawSvg`.
 */
export function embedFonts(svg: string): string {
  const { normal, italic } = wordsOf(svg);
  const rules = [
    fontFace('normal', readFileSync(FONT_FILES.upright), normal),
    fontFace('italic', readFileSync(FONT_FILES.italic), italic),
  ];
  const style = `<style>${rules.join('')}</style>`;
  return svg.replace('</title>', () => `</title>${style}`);
}

function wordsOf(svg: string): Words {
  const texts = [...svg.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, content]) => content);
  const slanted = /<tspan\b[^>]*font-style="italic"[^>]*>([^<]*)<\/tspan>/g;
  const all = texts.join('');
  return {
    normal: decoded(all.replace(slanted, '').replace(/<[^>]*>/g, '')),
    italic: decoded([...all.matchAll(slanted)].map(([, letters]) => letters).join('')),
  };
}

function decoded(text: string): string {
  return text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}

function fontFace(style: keyof Words, font: Uint8Array, text: string): string {
  if (text === '') return '';
  const codes = [...new Set(text.split('').map((letter) => letter.charCodeAt(0)))];
  const range = codes.sort((a, b) => a - b).map((code) => `U+${code.toString(16)}`);
  const data = Buffer.from(subsetFont(font, text)).toString('base64');
  return (
    `@font-face{font-family:"DejaVu Sans";font-style:${style};` +
    `src:url(data:font/ttf;base64,${data})format("truetype");unicode-range:${range.join(',')}}`
  );
}
