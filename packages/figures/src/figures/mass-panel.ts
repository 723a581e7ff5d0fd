import { NUMBER_FORMAT, seriesEncoding, stepOutline } from '@deelema/plots';
import type { LayerSpec, Series } from '@deelema/plots';
import type { Histogram } from '@deelema/records';

/** What one panel shows. */
export interface MassPanel {
  /** Histograms of one range, by the legend entry. */
  readonly histograms: readonly (readonly [series: string, histogram: Histogram])[];
  /** Masses marked by a vertical line, GeV, by the legend entry; those out of range are left out. */
  readonly marks: readonly (readonly [series: string, mass: number])[];
  /** All lines of the figure, so that panels share one legend. */
  readonly series: Series;
  /** Entries of the legend in one row. */
  readonly columns: number;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Plotting area, px. */
  readonly width: number;
  readonly height: number;
}

/** Histograms as outlines, the first one lightly filled, and vertical lines at the marked masses. */
export function massPanel(panel: MassPanel): LayerSpec {
  const { histograms, marks, series, columns, width, height } = panel;
  const { low, high } = histograms[0][1];
  const x = {
    field: 'x',
    type: 'quantitative' as const,
    scale: { domain: [low, high], nice: false },
    axis: { title: panel.xTitle, format: NUMBER_FORMAT, tickCount: 6 },
  };
  const y = {
    field: 'y',
    type: 'quantitative' as const,
    scale: { domain: contentRange(histograms.map(([, { counts }]) => counts)), nice: false },
    axis: { title: panel.yTitle, format: NUMBER_FORMAT, tickCount: 5 },
  };
  const inside = marks.filter(([, mass]) => mass >= low && mass <= high);
  const [first, histogram] = histograms[0];
  const filling = {
    data: { values: outline(first, histogram) },
    mark: {
      type: 'area' as const,
      interpolate: 'step-after' as const,
      fill: series[first][0],
      opacity: 0.18,
    },
    encoding: { x, y },
  };
  const outlines = histograms.map(([name, histogram]) => ({
    data: { values: outline(name, histogram) },
    mark: { type: 'line' as const, interpolate: 'step-after' as const, strokeWidth: 1.6 },
    encoding: { x, y, ...seriesEncoding(series, columns) },
  }));
  const verticals = {
    data: { values: inside.map(([name, mass]) => ({ x: mass, series: name })) },
    mark: { type: 'rule' as const, strokeWidth: 1.6 },
    encoding: { x, ...seriesEncoding(series, columns) },
  };
  return { width, height, layer: [filling, ...outlines, verticals] };
}

/** From zero, or the lowest content below it, to a little above the highest. */
function contentRange(counts: readonly (readonly number[])[]): [number, number] {
  const all = counts.flat();
  return [Math.min(0, ...all), 1.08 * Math.max(1e-9, ...all)];
}

function outline(series: string, { low, high, counts }: Histogram) {
  const edges = [...counts.map((_, i) => low + ((high - low) * i) / counts.length), high];
  return stepOutline(edges, counts).map((point) => ({ ...point, series }));
}
