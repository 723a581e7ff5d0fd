import type { Series, SeriesStyle } from './series.ts';
import { COLOURS, DASHES } from './theme.ts';

/** Told apart by colour, and by dashes too. */
const STYLES: readonly SeriesStyle[] = [
  [COLOURS.blue, DASHES.solid],
  [COLOURS.orange, DASHES.dashed],
  [COLOURS.green, DASHES.dashDotted],
  [COLOURS.purple, DASHES.solid],
  [COLOURS.sky, DASHES.dashed],
  [COLOURS.black, DASHES.dashDotted],
  [COLOURS.grey, DASHES.solid],
];

/** Symbols in the order of the palette. */
const SHAPES = [
  'circle',
  'square',
  'diamond',
  'triangle-up',
  'triangle-down',
  'cross',
  'triangle-right',
] as const;

/**
 * Colours and dashes for names that are not known before; after seven they come again.
 *
 * @param names Legend entries, in their order.
 */
export function paletteOf(names: readonly string[]): Series {
  return Object.fromEntries(names.map((name, i) => [name, STYLES[i % STYLES.length]]));
}

/**
 * Symbols of the points of a series of lines, in the same order.
 *
 * @param series The lines.
 */
export function shapesOf(series: Series): string[] {
  return Object.keys(series).map((_, i) => SHAPES[i % SHAPES.length]);
}
