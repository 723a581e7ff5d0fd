import { shapesOf } from './palette.ts';
import type { Series } from './series.ts';

/** How points with error bars are drawn. */
export interface PointSettings {
  /** The direction of the error bars. */
  readonly along: 'x' | 'y';
  /** The points' legend entries with their colours. */
  readonly series: Series;
  readonly legend: boolean;
}

/** Area of a symbol, px². */
const SIZE = 55;

/**
 * Points with error bars, told apart by colour and symbol: layers of a panel.
 *
 * @param values One object per point: what `encoding` names, its `series`, and the ends `low` and `high` of its error
 *  bar; equal where no error is known.
 * @param encoding Channels of the position.
 * @param settings How they are drawn.
 */
export function measuredPoints<Encoding extends { readonly x: object; readonly y: object }>(
  values: readonly object[],
  encoding: Encoding,
  { along, series, legend }: PointSettings
) {
  const domain = Object.keys(series);
  const common = {
    field: 'series',
    type: 'nominal',
    sort: null,
    legend: legend ? { title: null, orient: 'top', direction: 'horizontal', symbolSize: 90 } : null,
  } as const;
  const colour = {
    ...common,
    scale: { domain, range: Object.values(series).map(([name]) => name) },
  };
  const data = { values: [...values] };
  const ends = {
    [along]: { ...encoding[along], field: 'low' },
    [`${along}2`]: { field: 'high' },
  };
  return [
    {
      data,
      mark: { type: 'rule' as const, strokeWidth: 1.3, clip: true },
      encoding: { ...encoding, ...ends, color: { ...colour, legend: null } },
    },
    {
      data,
      mark: { type: 'point' as const, filled: true, size: SIZE, opacity: 1, clip: true },
      encoding: {
        ...encoding,
        color: colour,
        shape: { ...common, scale: { domain, range: shapesOf(series) } },
      },
    },
  ];
}
