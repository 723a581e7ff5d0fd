import { NUMBER_FORMAT, seriesEncoding } from '@deelema/plots';
import type { LayerSpec, Series } from '@deelema/plots';

/** One value of a curve. */
export interface Point {
  readonly epoch: number;
  readonly y: number;
  readonly series: string;
}

/** What one panel shows over the epochs of a phase. */
export interface TrainingPanel {
  readonly points: readonly Point[];
  /** Dotted horizontal lines, by the legend entry. */
  readonly rules?: readonly Pick<Point, 'y' | 'series'>[];
  readonly series: Series;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Whether the axis is logarithmic where positive values span a large factor. */
  readonly logarithmic: boolean;
  readonly legend: boolean;
  /** Plotting area, px. */
  readonly width: number;
  readonly height: number;
}

/** Room above the largest and below the smallest value, as a part of their distance. */
const MARGIN = 0.06;

/** From this factor between the largest and the smallest value on an axis may be logarithmic. */
const LOG_FROM = 5;

/** Curves over the epochs of one phase, and horizontal lines. */
export function trainingPanel(panel: TrainingPanel): LayerSpec {
  const { rules = [], width, height } = panel;
  const lines = {
    data: { values: [...rules] },
    mark: { type: 'rule', strokeWidth: 1.4 },
    encoding: { y: { field: 'y', type: 'quantitative' }, ...lineStyles(panel) },
  } as const;
  return { width, height, layer: [curves(panel), ...(rules.length === 0 ? [] : [lines])] };
}

function curves(panel: TrainingPanel) {
  const { points, rules = [], xTitle, yTitle, logarithmic } = panel;
  // A line through fewer than three points is easily overlooked.
  const marked = points.length < 6;
  return {
    data: { values: [...points] },
    mark: { type: 'line', strokeWidth: 1.8, point: marked ? { size: 30 } : false },
    encoding: {
      x: {
        field: 'epoch',
        type: 'quantitative',
        scale: { nice: false, zero: false },
        axis: { title: xTitle, format: 'd', tickMinStep: 1, tickCount: 6, labelFlush: true },
      },
      y: {
        field: 'y',
        type: 'quantitative',
        scale: scaleOf(
          [...points, ...rules].map(({ y }) => y).filter(Number.isFinite),
          logarithmic
        ),
        axis: { title: yTitle, format: NUMBER_FORMAT, tickCount: 6 },
      },
      ...lineStyles(panel),
    },
  } as const;
}

/** A panel has this much room for each entry in a row of its legend, px. */
const ENTRY_WIDTH = 100;

function lineStyles({ series, legend, width }: TrainingPanel) {
  const { color, strokeDash } = seriesEncoding(
    series,
    Math.max(1, Math.floor(width / ENTRY_WIDTH))
  );
  if (legend) return { color, strokeDash };
  return { color: { ...color, legend: null }, strokeDash: { ...strokeDash, legend: null } };
}

/** An axis ends where the values do: round ends, or whole decades, would leave it half empty. */
function scaleOf(values: readonly number[], logarithmic: boolean) {
  if (values.length === 0) return { type: 'linear' as const };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (logarithmic && low > 0 && high > LOG_FROM * low) {
    return { type: 'log' as const, nice: false, domain: [low / 1.2, high * 1.2] };
  }
  const margin = MARGIN * (high - low) || Math.max(1e-3, 0.01 * Math.abs(high));
  return { type: 'linear' as const, nice: false, domain: [low - margin, high + margin] };
}
