import { shapesOf } from './palette.ts';
import type { Series } from './series.ts';

/** How points with error bars are drawn. */
export interface PointSettings {
  /** The direction of the error bars. */
  readonly along: 'x' | 'y';
  /** The points' legend entries with their colours. */
  readonly series: Series;
  /** Entries of the legend in one row, the same in all panels that share it; null without one. */
  readonly legend: number | null;
}

/** The colour of the field `colour`, beside the scale of the points: legends are one if all their fields are. */
const OWN_COLOUR = { field: 'colour', type: 'nominal', scale: null } as const;

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
  values: readonly { readonly series: string }[],
  encoding: Encoding,
  { along, series, legend }: PointSettings
) {
  const domain = Object.keys(series);
  const common = {
    field: 'series',
    type: 'nominal',
    sort: null,
    legend:
      legend === null
        ? null
        : { title: null, orient: 'top', direction: 'horizontal', symbolSize: 90, columns: legend },
  } as const;
  const colour = {
    ...common,
    scale: { domain, range: Object.values(series).map(([name]) => name) },
  };
  const data = { values: values.map((value) => ({ ...value, colour: series[value.series][0] })) };
  const ends = {
    [along]: { ...encoding[along], field: 'low' },
    [`${along}2`]: { field: 'high' },
  };
  return [
    {
      data,
      mark: { type: 'rule' as const, strokeWidth: 1.3, clip: true },
      encoding: { ...encoding, ...ends, stroke: OWN_COLOUR },
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
