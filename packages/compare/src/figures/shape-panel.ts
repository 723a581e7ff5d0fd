import { COLOURS, DASHES, INK, seriesEncoding, stepOutline } from '@deelema/plots';
import type { LayerSpec, Series } from '@deelema/plots';
import type { ComparedObservable } from '../comparison.ts';
import { xAxis, yAxis } from './axes.ts';
import { pText } from './caption.ts';
import { errorBars } from './error-bars.ts';
import type { PanelSettings } from './observable-panel.ts';
import type { ShapeBin } from './shape.ts';

const GENERATED = 'generated events';

/** Both shapes of an observable; nothing of one whose weights do not sum to a positive number. */
export interface Shapes {
  readonly generated: readonly ShapeBin[];
  readonly reference: readonly ShapeBin[];
}

/**
 * The shapes of an observable: generated events as a line, the reference as points with error bars.
 *
 * @param observable The comparison.
 * @param shapes Its shapes.
 * @param settings What it shares with the other panels.
 */
export function shapePanel(
  observable: ComparedObservable,
  { generated, reference }: Shapes,
  { generator, size }: PanelSettings
): LayerSpec {
  const series: Series = {
    [GENERATED]: [COLOURS.blue, DASHES.solid],
    [generator]: [INK, DASHES.solid],
  };
  const x = xAxis(observable, false);
  const y = yAxis('Fraction', [0, highest([...generated, ...reference])]);
  const points = errorBars(reference, generator);
  return {
    width: size.width,
    height: size.height,
    title: { text: title(observable), anchor: 'end', fontSize: 11, offset: 3 },
    layer: [
      {
        data: { values: outline(observable.edges, generated) },
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 1.4, clip: true },
        encoding: { x, y, ...seriesEncoding(series) },
      },
      {
        data: { values: points },
        mark: { type: 'rule', strokeWidth: 1, clip: true },
        encoding: { x, y: { ...y, field: 'from' }, y2: { field: 'to' }, ...seriesEncoding(series) },
      },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size: 9, color: INK, opacity: 1, clip: true },
        encoding: { x, y },
      },
    ],
  };
}

function title(observable: ComparedObservable): string {
  const text = pText(observable);
  if (observable.pValue === null) return text;
  return text.startsWith('<') ? `*p* ${text}` : `*p* = ${text}`;
}

function outline(edges: readonly number[], bins: readonly ShapeBin[]) {
  if (bins.length === 0) return [];
  const contents = bins.map(({ y }) => y);
  return stepOutline(edges, contents).map((point) => ({ ...point, series: GENERATED }));
}

/** A little above the highest error bar. */
function highest(bins: readonly ShapeBin[]): number {
  return 1.1 * Math.max(1e-9, ...bins.map(({ y, error }) => y + error));
}
