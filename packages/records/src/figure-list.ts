import { z } from 'zod';

/** A bare file name, so that none leaves the folder. */
const fileName = (ending: string) => z.string().regex(new RegExp(`^[\\w-]+\\.${ending}$`));

/** An axis of a panel. */
const axis = z.strictObject({
  /** As it stands beside the axis, without markup. */
  title: z.string(),
  scale: z.enum(['linear', 'sqrt', 'log']),
  /** Values at the left or lower end and at the right or upper end. */
  domain: z.tuple([z.number(), z.number()]),
});

/** A plotting area with two axes of numbers; pixels of the SVG, from its upper left corner. */
const panel = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  horizontal: axis,
  vertical: axis,
});

/** `figures.json`: the figures that were drawn, and those that could not be. */
export const figureListSchema = z.strictObject({
  schemaVersion: z.literal(1),
  figures: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      caption: z.string(),
      svg: fileName('svg'),
      png: fileName('png'),
      /** Pixels of the SVG. */
      width: z.number(),
      height: z.number(),
      /** The numbers behind the figure; absent where another program drew it. */
      data: fileName('csv').optional(),
      /** The Vega-Lite specification with its data; absent where another program drew it. */
      spec: fileName('vl\\.json').optional(),
      /** Where values can be read off. */
      panels: z.array(panel).default([]),
    })
  ),
  skipped: z.array(z.strictObject({ id: z.string(), title: z.string(), reason: z.string() })),
});

/** The content of `figures.json`. */
export type FigureList = z.output<typeof figureListSchema>;
export type FigurePanel = z.output<typeof panel>;
