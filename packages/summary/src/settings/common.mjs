// @ts-check
import { z } from 'zod';

/** Text that readers see; it is shown as it stands, not as markup. */
export const text = z.string().trim().min(1);

/** The name of an axis of the study's matrix; the study says whether there is one. */
export const axis = z.string().min(1);

const label = z.union([z.string(), z.number()]).transform(String);

/** Axis to the labels that are wanted. */
export const where = z
  .record(
    axis,
    z
      .union([label, z.array(label).min(1)])
      .transform((labels) => (Array.isArray(labels) ? labels : [labels]))
  )
  .default({})
  .describe('Only the members with these labels: axis to label, or to a list of labels.');

/** The name of a member, or of members that differ in one axis alone. */
export const member = z.string().min(1);
