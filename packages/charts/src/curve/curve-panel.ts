import { INK, measuredPoints, NUMBER_FORMAT } from '@deelema/plots';
import type { LayerSpec, Series } from '@deelema/plots';
import { publishedMarks } from '../published-marks.ts';
import type { CurvePoint, Places, PublishedPoint } from './curve-points.ts';

/** What one panel shows. */
export interface CurvePanel {
  readonly points: readonly CurvePoint[];
  readonly published: readonly PublishedPoint[];
  readonly places: Places;
  readonly series: Series;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Whether there is a line at zero, which the axis then reaches. */
  readonly zero: boolean;
  /** Entries of the legend in one row; null without one. */
  readonly legend: number | null;
  /** Plotting area, px. */
  readonly width: number;
  readonly height: number;
}

/** From this number of places on their labels are slanted. */
const MANY = 4;

/** A quantity with its errors against numbers, joined by lines, or against labels. */
export function curvePanel(panel: CurvePanel): LayerSpec {
  const { points, published, places, series, zero, legend, width, height } = panel;
  const encoding = { ...horizontal(panel), y: vertical(panel) };
  const line = {
    data: { values: points.map((point) => ({ ...point, colour: series[point.series][0] })) },
    mark: { type: 'line' as const, strokeWidth: 1.4, opacity: 0.7 },
    encoding: {
      x: encoding.x,
      y: encoding.y,
      stroke: { field: 'colour', type: 'nominal' as const, scale: null },
    },
  };
  const atZero = {
    data: { values: [{ y: 0 }] },
    mark: { type: 'rule' as const, color: INK, strokeWidth: 1 },
    encoding: { y: encoding.y },
  };
  return {
    width,
    height,
    layer: [
      ...(zero ? [atZero] : []),
      ...(places.numbers === null ? [] : [line]),
      ...measuredPoints(points, encoding, { along: 'y', series, legend }),
      ...publishedMarks(published, encoding, series),
    ],
  };
}

function horizontal({ places: { labels, numbers }, series, xTitle }: CurvePanel) {
  if (numbers !== null) {
    const scale = { zero: false, nice: false, padding: 12 };
    const axis = { title: xTitle, format: NUMBER_FORMAT, tickCount: 6 };
    return { x: { field: 'x', type: 'quantitative', scale, axis } } as const;
  }
  const slanted = labels.length > MANY ? { labelAngle: -35 } : { labelAngle: 0 };
  // A mutable copy: Vega-Lite's types take no other.
  const all = [...labels];
  const x = {
    field: 'x',
    type: 'nominal',
    scale: { domain: all },
    axis: { title: xTitle, labelLimit: 0, labelOverlap: false, ...slanted },
  } as const;
  const domain = Object.keys(series);
  if (domain.length < 2) return { x };
  const scale = { domain, paddingOuter: 0.5 };
  return { x, xOffset: { field: 'series', type: 'nominal', sort: null, scale } } as const;
}

/** All points with their error bars; error bars are another layer, which the axis would be widened for by a jump. */
function vertical({ points, published, yTitle, zero }: CurvePanel) {
  const ends = [...points.flatMap(({ low, high }) => [low, high]), ...published.map(({ y }) => y)];
  const [low, high] = [
    Math.min(...ends, ...(zero ? [0] : [])),
    Math.max(...ends, ...(zero ? [0] : [])),
  ];
  const margin = 0.07 * (high - low) || Math.max(1e-3, 0.01 * Math.abs(high));
  const domain = [low - margin, high + margin];
  return {
    field: 'y',
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: { title: yTitle, format: NUMBER_FORMAT, tickCount: 6 },
  } as const;
}
