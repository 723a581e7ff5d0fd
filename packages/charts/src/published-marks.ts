import { INK, type Series } from '@deelema/plots';
import type { TableMember } from '@deelema/records';

/** Legend entry of what a publication says. */
const PUBLISHED = 'published';

const SHAPE = 'diamond';

/** Large enough to be seen around the symbol of a measured number, px². */
const SIZE = 130;

/**
 * Hollow symbols in the colours of the series: layers of a panel, with a legend entry of their own.
 *
 * @param values One object per number: what `encoding` names, and its `series`, null for one of no colour.
 * @param encoding Channels of the position.
 * @param series The measured numbers' legend entries with their colours.
 * @returns No layer without a number.
 */
export function publishedMarks<Encoding extends { readonly x: object; readonly y: object }>(
  values: readonly { readonly series: string | null }[],
  encoding: Encoding,
  series: Series
) {
  if (values.length === 0) return [];
  const entry = {
    title: null,
    orient: 'top',
    direction: 'horizontal',
    symbolType: SHAPE,
    symbolSize: SIZE,
    symbolFillColor: 'transparent',
    symbolStrokeColor: INK,
    symbolStrokeWidth: 1.4,
  } as const;
  return [
    {
      data: {
        values: values.map((value) => ({
          ...value,
          colour: value.series === null ? INK : series[value.series][0],
          published: PUBLISHED,
        })),
      },
      mark: {
        type: 'point' as const,
        shape: SHAPE,
        filled: false,
        size: SIZE,
        strokeWidth: 1.4,
        clip: true,
      },
      encoding: {
        ...encoding,
        stroke: { field: 'colour', type: 'nominal' as const, scale: null },
        // A scale of its own gives it a legend of its own.
        opacity: {
          field: 'published',
          type: 'ordinal' as const,
          scale: { type: 'ordinal', domain: [PUBLISHED], range: [1] },
          legend: entry,
        },
      },
    },
  ];
}

/**
 * Where published numbers come from.
 *
 * @param members The members whose numbers are drawn.
 * @returns A sentence; none without one.
 */
export function publishedText(members: readonly TableMember[]): string[] {
  const sources = [...new Set(members.flatMap(({ published }) => published?.source ?? []))];
  return sources.length === 0 ? [] : [`Hollow: published numbers (${sources.join('; ')}).`];
}
