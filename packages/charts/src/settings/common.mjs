// @ts-check
import { z } from 'zod';

/** The name of an axis of the study's matrix; the study says whether there is one. */
export const axis = z.string().min(1);

const label = z.union([z.string(), z.number()]).transform(String);

/** What every chart may be told. */
export const common = {
  name: z
    .string()
    .regex(/^[a-z][\w-]*$/i, 'expected letters, digits, "_" and "-", a letter first')
    .describe('What its files are called.'),
  title: z
    .string()
    .min(1)
    .optional()
    .describe('What it shows in a few words; said to readers who do not see it.'),
  where: z
    .record(
      axis,
      z
        .union([label, z.array(label).min(1)])
        .transform((labels) => (Array.isArray(labels) ? labels : [labels]))
    )
    .default({})
    .describe('Only the members with these labels: axis to label, or to a list of labels.'),
};

/** What charts of measured numbers may be told besides. */
export const ofNumbers = {
  over: z
    .boolean()
    .default(false)
    .describe(
      "Whether the groups of the table are drawn in the members' place: their means, with the spread over the axis that collect.over names as bars."
    ),
  published: z
    .boolean()
    .default(true)
    .describe('Whether numbers of a publication are shown, where the members have them.'),
};
