// @ts-check
import { z } from 'zod';

export const config = z.strictObject({
  mC: z
    .number()
    .nonnegative()
    .describe('m_C: trial mass of both invisible particles in GeV, 0 or more.'),
});
