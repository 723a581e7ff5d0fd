/** The lines of a panel by their legend entry: colour and dashes. */
export type Series = Readonly<Record<string, SeriesStyle>>;

export type SeriesStyle = readonly [colour: string, dashes: readonly number[]];

/**
 * Colour and dashes by the field `series`, with one legend above the panels.
 *
 * @param series The lines, in the order of the legend.
 * @param columns Entries of the legend in one row; all of them if omitted.
 */
export function seriesEncoding(series: Series, columns = Object.keys(series).length) {
  const domain = Object.keys(series);
  const styles = Object.values(series);
  const field = {
    field: 'series',
    type: 'nominal',
    sort: null,
    legend: { title: null, orient: 'top', direction: 'horizontal', symbolType: 'stroke', columns },
  } as const;
  return {
    color: { ...field, scale: { domain, range: styles.map(([colour]) => colour) } },
    strokeDash: { ...field, scale: { domain, range: styles.map(([, dashes]) => [...dashes]) } },
  };
}
