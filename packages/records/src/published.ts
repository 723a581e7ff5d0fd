import { z } from 'zod';
import { defined } from './defined.ts';

/** Numbers of a publication, each beside ours. */
export const publishedSchema = z.strictObject({
  /** Which publication, and which of its tables. */
  source: z.string(),
  numbers: z.array(
    z.strictObject({
      /** Name of the quantity, e.g. `auxiliary.mA`. */
      quantity: z.string(),
      /** As in a study's table. */
      title: z.string(),
      unit: z.string(),
      /** Of the publication. */
      value: z.number(),
      ours: defined,
      /** Standard error of ours. */
      error: defined,
      /** ours − value. */
      difference: defined,
      /** difference / value. */
      relative: defined,
      /** difference / error: how far apart in standard errors of ours. */
      sigmas: defined,
    })
  ),
});
