import { Resvg } from '@resvg/resvg-js';
import { FONT_FILES } from '../text/fonts.ts';

/**
 * Paints an SVG as PNG with the shipped fonts, the same bytes every time and on every machine.
 *
 * @param svg The drawing.
 * @param scale Pixels for each CSS pixel.
 */
export function paintPng(svg: string, scale: number): Buffer {
  const resvg = new Resvg(svg, {
    background: 'white',
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(FONT_FILES),
      defaultFontFamily: 'DejaVu Sans',
    },
  });
  return resvg.render().asPng();
}
