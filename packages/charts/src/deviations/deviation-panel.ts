import { COLOURS, INK, measuredPoints, NUMBER_FORMAT } from '@deelema/plots';
import type { LayerSpec, Series } from '@deelema/plots';
import { publishedMarks } from '../published-marks.ts';
import type { DeviationPoint, PublishedPoint } from './deviation-points.ts';

/** What one panel shows. */
export interface DeviationPanel {
  readonly points: readonly DeviationPoint[];
  readonly published: readonly PublishedPoint[];
  /** Labels of the rows, from top to bottom. */
  readonly rows: readonly string[];
  readonly series: Series;
  readonly xTitle: string;
  /** The range of the horizontal axis, %. */
  readonly domain: readonly [number, number];
  /** Half the width of the grey band around 0, %. */
  readonly band: number | undefined;
  /** Entries of the legend in one row. */
  readonly columns: number;
  /** Whether the rows are named beside this panel. */
  readonly labelled: boolean;
  /** Plotting area, px. */
  readonly width: number;
  readonly height: number;
}

/** How far an arrow stays from the edge, as a part of the range. */
const INSET = 0.015;

/** Size of a hollow arrow, around a filled one of another number, px². */
const HOLLOW = 120;

/** Deviations in percent, a row for each member, the methods below each other in it. */
export function deviationPanel(panel: DeviationPanel): LayerSpec {
  const { points, published, series, domain, band, columns, width, height } = panel;
  const encoding = positions(panel);
  const { x } = encoding;
  const inside = within(points, domain);
  const granted = {
    data: { values: [{ from: -(band ?? 0), to: band ?? 0 }] },
    mark: { type: 'rect' as const, color: COLOURS.grey, opacity: 0.25 },
    encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' } },
  };
  const zero = {
    data: { values: [{ deviation: 0 }] },
    mark: { type: 'rule' as const, color: INK, strokeWidth: 1 },
    encoding: { x },
  };
  return {
    width,
    height,
    layer: [
      ...(band === undefined ? [] : [granted]),
      zero,
      ...measuredPoints(inside, encoding, { along: 'x', series, legend: columns }),
      ...publishedMarks(within(published, domain), encoding, series),
      ...arrows(points, panel, encoding, { filled: true }),
      ...arrows(published, panel, encoding, { filled: false }),
    ],
  };
}

function within<Point extends PublishedPoint>(
  points: readonly Point[],
  [low, high]: DeviationPanel['domain']
): Point[] {
  return points.filter(({ deviation }) => deviation >= low && deviation <= high);
}

function positions({ rows, series, xTitle, domain, labelled }: DeviationPanel) {
  const grid = { grid: true, gridColor: '#DDDDDD', tickBand: 'extent', ticks: false } as const;
  // Mutable copies: Vega-Lite's types take no others.
  const [range, labelsOfRows] = [[...domain], [...rows]];
  const labels = labelled ? { labelLimit: 0 } : { labels: false, minExtent: 0 };
  return {
    x: {
      field: 'deviation',
      type: 'quantitative',
      scale: { domain: range, nice: false },
      axis: { title: xTitle, format: NUMBER_FORMAT, tickCount: 5 },
    },
    y: {
      field: 'row',
      type: 'nominal',
      scale: { domain: labelsOfRows, paddingInner: 0.12, paddingOuter: 0.06 },
      axis: { title: null, ...grid, ...labels },
    },
    yOffset: {
      field: 'series',
      type: 'nominal',
      sort: null,
      scale: { domain: Object.keys(series), paddingOuter: 0.5 },
    },
  } as const;
}

/** Triangles at the edge beyond which a deviation lies, hollow for a published one. */
function arrows(
  points: readonly PublishedPoint[],
  { series, domain: [low, high] }: DeviationPanel,
  encoding: ReturnType<typeof positions>,
  { filled }: { readonly filled: boolean }
) {
  const inset = INSET * (high - low);
  const sides = [
    ['triangle-left', low + inset, points.filter(({ deviation }) => deviation < low)],
    ['triangle-right', high - inset, points.filter(({ deviation }) => deviation > high)],
  ] as const;
  const colour = { field: 'colour', type: 'nominal' as const, scale: null };
  return sides
    .filter(([, , beyond]) => beyond.length > 0)
    .map(([shape, deviation, beyond]) => ({
      data: {
        values: beyond.map((point) => ({ ...point, deviation, colour: series[point.series][0] })),
      },
      mark: { type: 'point' as const, shape, filled, size: filled ? 55 : HOLLOW, opacity: 1 },
      encoding: { ...encoding, ...(filled ? { fill: colour } : { stroke: colour }) },
    }));
}
