import { baselineShift, parseMarkup, relativeSize } from './markup.ts';

const TEXT = /(<text\b[^>]*font-size="([\d.]+)px"[^>]*>)([^<]*)(<\/text>)/g;

/**
 * Sets the marked-up labels of an SVG: every `<text>` becomes runs of `<tspan>`.
 *
 * @param svg An SVG with one line of text in each `<text>` and its `font-size` in pixels.
 */
export function setRuns(svg: string): string {
  return svg.replace(TEXT, (_, open: string, size: string, label: string, close: string) => {
    return open + tspans(label, Number(size)) + close;
  });
}

function tspans(label: string, size: number): string {
  let shift = 0;
  return parseMarkup(label)
    .map((run) => {
      const step = (baselineShift(run) - shift) * size;
      shift = baselineShift(run);
      const attributes = [
        step === 0 ? '' : ` dy="${round(step)}"`,
        relativeSize(run) === 1 ? '' : ` font-size="${round(relativeSize(run) * size)}px"`,
        run.italic ? ' font-style="italic"' : '',
      ].join('');
      return attributes === '' ? run.text : `<tspan${attributes}>${run.text}</tspan>`;
    })
    .join('');
}

function round(x: number): number {
  return Number(x.toFixed(2));
}
