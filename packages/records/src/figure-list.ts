import { z } from 'zod';

/** A bare file name, so that none leaves the folder. */
const fileName = (ending: string) => z.string().regex(new RegExp(`^[\\w-]+\\.${ending}$`));

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
    })
  ),
  skipped: z.array(z.strictObject({ id: z.string(), title: z.string(), reason: z.string() })),
});

/** The content of `figures.json`. */
export type FigureList = z.output<typeof figureListSchema>;
