import type { Config } from 'vega-lite';
import { FONT_FAMILY } from './text/fonts.ts';

/** The palette of Okabe and Ito, told apart with any colour vision. */
export const COLOURS = {
  black: '#000000',
  orange: '#E69F00',
  sky: '#56B4E9',
  green: '#009E73',
  yellow: '#F0E442',
  blue: '#0072B2',
  vermilion: '#D55E00',
  purple: '#CC79A7',
  grey: '#7F7F7F',
} as const;

/** Dash patterns, px; the second sign beside colour. */
export const DASHES = {
  solid: [1, 0],
  dashed: [6, 3],
  dotted: [2, 2],
  dashDotted: [8, 3, 2, 3],
} as const;

/** Room kept for the ticks and labels of a vertical axis, px: enough for `10000`. */
const AXIS_EXTENT = 46;

/** Room kept for a vertical axis with its title, px. */
export const AXIS_WIDTH = AXIS_EXTENT + 24;

/** Room between panels side by side, px. */
export const PANEL_GAP = 18;

/** Text, axes and frames. */
export const INK = '#222222';

/** The look of all figures. */
export const vegaConfig: Config = {
  font: FONT_FAMILY,
  background: 'white',
  padding: 8,
  // Labels carry markup; the figure's own title speaks for it instead.
  aria: false,
  view: { stroke: INK, strokeWidth: 1 },
  concat: { spacing: PANEL_GAP },
  axis: {
    grid: false,
    domainColor: INK,
    tickColor: INK,
    labelColor: INK,
    titleColor: INK,
    labelFontSize: 12,
    titleFontSize: 13,
    titleFontWeight: 'normal',
    titlePadding: 8,
    labelFlush: false,
    labelSeparation: 10,
  },
  axisY: { minExtent: AXIS_EXTENT },
  legend: {
    labelColor: INK,
    titleColor: INK,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit: 0,
    titleLimit: 0,
    symbolSize: 500,
    symbolStrokeWidth: 2,
    columnPadding: 18,
  },
  title: { color: INK, fontSize: 13, fontWeight: 'normal' },
  text: { color: INK, fontSize: 12 },
};

/** Numbers on axes: no grouping, no trailing zeros. */
export const NUMBER_FORMAT = '.6~g';

/**
 * Width of a plotting area, px.
 *
 * @param width Width of the figure, px.
 * @param panels Number of panels side by side.
 */
export function panelWidth(width: number, panels: number): number {
  return Math.floor((width - 16 - (panels - 1) * PANEL_GAP) / panels - AXIS_WIDTH);
}
