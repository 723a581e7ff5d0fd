import { COLOURS, NUMBER_FORMAT } from '@deelema/plots';
import type { LayerSpec } from '@deelema/plots';
import type { HeatMap } from '@deelema/records';
import { FRAME } from './frame.ts';
import { heatCells } from './heat-cells.ts';

/** One component of one method. */
export interface MomentumPanel {
  /** What stands before the component. */
  readonly method: string;
  readonly map: HeatMap;
  /** Pearson's; null where it is not defined. */
  readonly correlation: number | null;
}

/**
 * Predicted against true values of one component: cells with their content, the diagonal and the correlation.
 *
 * @param panel What is shown.
 * @param colours The scale of the contents, which all panels share.
 * @param size Side of the plotting area, px.
 */
export function momentumPanel(
  panel: MomentumPanel,
  colours: ReturnType<typeof contentColours>,
  size: number
): LayerSpec {
  const { map, correlation } = panel;
  const scale = { domain: [map.low, map.high], nice: false };
  const axis = { format: NUMBER_FORMAT, tickCount: 4, domain: false } as const;
  const predicted = { ...axis, title: predictedTitle(panel) };
  const truth = { ...axis, title: `True ${symbol(map)} [GeV]` };
  return {
    width: size,
    height: size,
    view: { stroke: null },
    layer: [
      {
        data: { values: heatCells(map).filter(({ n }) => n > 0) },
        // Half a pixel of overlap: without it the background shines through between cells.
        mark: { type: 'rect', x2Offset: 0.5, yOffset: 0.5, clip: true },
        encoding: {
          x: { field: 'x', type: 'quantitative', scale, axis: predicted },
          x2: { field: 'x2' },
          y: { field: 'y', type: 'quantitative', scale, axis: truth },
          y2: { field: 'y2' },
          color: colours,
        },
      },
      diagonal(map, scale),
      FRAME,
      {
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: 12 },
        encoding: {
          x: { value: 7 },
          y: { value: 7 },
          text: { value: `*r* = ${correlation === null ? 'n/a' : minus(correlation.toFixed(3))}` },
        },
      },
    ],
  };
}

/** @returns What stands beside the horizontal axis of a panel. */
export function predictedTitle({ method, map }: Pick<MomentumPanel, 'method' | 'map'>): string {
  return `${method} ${symbol(map)} [GeV]`;
}

function symbol({ component }: HeatMap): string {
  return `*q*_{${component.slice(1)}}`;
}

function diagonal({ low, high }: HeatMap, scale: { domain: number[] }) {
  return {
    data: { values: [{ low, high }] },
    mark: { type: 'rule', color: COLOURS.vermilion, strokeWidth: 1.2 },
    encoding: {
      x: { field: 'low', type: 'quantitative', scale },
      x2: { field: 'high' },
      y: { field: 'low', type: 'quantitative', scale },
      y2: { field: 'high' },
    },
  } as const;
}

/**
 * The scale of the contents.
 *
 * @param title Beside the scale.
 * @param highest Its upper end.
 * @param gradientLength Its length, px.
 */
export function contentColours(title: string, highest: number, gradientLength: number) {
  return {
    field: 'n',
    type: 'quantitative',
    // The root brings out the tails beside a sharp diagonal.
    scale: { type: 'sqrt', domain: [0, highest], scheme: 'blues' },
    legend: { title, gradientLength, tickCount: 6, format: NUMBER_FORMAT },
  } as const;
}

function minus(digits: string): string {
  return digits.replace('-', '\u2212');
}
