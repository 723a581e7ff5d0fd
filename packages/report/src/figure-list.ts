import { z } from 'zod';

/** What the page needs of `figures.json`. A file name is a bare name, so that none leaves the folder. */
export const figureListSchema = z.object({
  schemaVersion: z.literal(1),
  figures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      caption: z.string(),
      svg: z.string().regex(/^[\w-]+\.svg$/),
    })
  ),
  skipped: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
});

/** The list of figures. */
export type FigureList = z.infer<typeof figureListSchema>;

/** A figure with its drawing. */
export interface DrawnFigure {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** The SVG element. */
  readonly drawing: string;
}
