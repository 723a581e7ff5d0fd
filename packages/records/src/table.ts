import { z } from 'zod';

/** What one column of a study's table means. */
const quantity = z.strictObject({
  /** By which members name its numbers, e.g. `auxiliary.mA`. */
  name: z.string(),
  /** How a reader calls it, e.g. `m̃_A`. */
  title: z.string(),
  /** `GeV`, or empty for a pure number. */
  unit: z.string(),
});

/** A number and its standard error; null where it is not known. */
const measured = z.strictObject({
  value: z.number().nullable(),
  error: z.number().nonnegative().nullable(),
});

const member = z.strictObject({
  /** Its labels joined by "-", or the name of the pipeline that the study lists. */
  name: z.string(),
  /** Axis to label; none of a pipeline that is listed. */
  labels: z.record(z.string(), z.string()),
  /** What its events are. */
  sample: z.string(),
  /** By the names of the quantities; each has them all. */
  numbers: z.record(z.string(), measured),
});

/** `table.json`: what the members of a study found, side by side. No time, no path. */
export const tableSchema = z.strictObject({
  schemaVersion: z.literal(1),
  study: z.string(),
  /** The axes of the matrix with the labels that occur, in order. */
  axes: z.array(z.strictObject({ name: z.string(), labels: z.array(z.string()) })),
  quantities: z.array(quantity),
  members: z.array(member),
});

/** The content of `table.json`. */
export type Table = z.infer<typeof tableSchema>;
export type Quantity = z.infer<typeof quantity>;
export type TableMember = z.infer<typeof member>;
export type TableNumber = z.infer<typeof measured>;
