import { COLOURS, DASHES, NUMBER_FORMAT, seriesEncoding } from '@deelema/plots';
import type { LayerSpec, Series } from '@deelema/plots';
import type { CoursePoint } from './course.ts';

/** Legend entry of the true mass. */
export const TRUE_MASS = 'true mass';

/** Its line. */
export const TRUTH: Series = { [TRUE_MASS]: [COLOURS.vermilion, DASHES.dotted] };

/** What one panel shows over the epochs. */
export interface CoursePanel {
  readonly points: readonly CoursePoint[];
  /** True masses, GeV. */
  readonly truths: readonly number[];
  /** Share of the true mass that is shown on either side of it; all of the course if undefined. */
  readonly around?: number | undefined;
  /** All lines of the chart, so that its panels share one legend. */
  readonly series: Series;
  /** Above the panel; nothing if it is null. */
  readonly title: string | null;
  readonly yTitle: string;
  /** Entries of the legend in one row. */
  readonly columns: number;
  /** Plotting area, px. */
  readonly width: number;
  readonly height: number;
}

/** Auxiliary masses over the epochs, and the true ones. */
export function coursePanel(panel: CoursePanel): LayerSpec {
  const { points, truths, around, series, title, yTitle, columns, width, height } = panel;
  const styles = seriesEncoding(series, columns);
  const y = {
    field: 'y',
    type: 'quantitative' as const,
    scale: { type: 'linear' as const, zero: false, ...domainAround(truths, around) },
    axis: { title: yTitle, format: NUMBER_FORMAT, tickCount: 5 },
  };
  const x = {
    field: 'epoch',
    type: 'quantitative' as const,
    scale: { nice: false, zero: false },
    axis: { title: 'Epoch', format: 'd', tickMinStep: 1, tickCount: 6, labelFlush: true },
  };
  const curves = {
    data: { values: [...points] },
    mark: { type: 'line' as const, strokeWidth: 1.6, clip: true },
    encoding: { x, y, ...styles },
  };
  const rules = {
    data: { values: truths.map((truth) => ({ y: truth, series: TRUE_MASS })) },
    mark: { type: 'rule' as const, strokeWidth: 1.6 },
    encoding: { y, ...styles },
  };
  const heading =
    title === null ? {} : { title: { text: title, anchor: 'end' as const, offset: 3 } };
  return { width, height, ...heading, layer: [curves, ...(truths.length === 0 ? [] : [rules])] };
}

function domainAround(truths: readonly number[], around: number | undefined) {
  if (around === undefined || truths.length === 0) return {};
  const domain = [Math.min(...truths) * (1 - around), Math.max(...truths) * (1 + around)];
  return { domain, nice: false };
}
