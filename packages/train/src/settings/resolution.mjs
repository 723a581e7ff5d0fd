// @ts-check
import { z } from 'zod';

/** Relative energy resolution of b jets by pT (GeV), used for the t t̄ sample of PRR 5, 043186. */
const PAPER_RESOLUTION = {
  pt: [10, 20, 30, 50, 100, 400, 1000],
  resolution: [0.4, 0.28, 0.19, 0.13, 0.1, 0.06, 0.05],
};

export const resolutionTable = z
  .strictObject({
    pt: z
      .array(z.number().positive())
      .nonempty()
      .default(PAPER_RESOLUTION.pt)
      .describe('Transverse momenta at which the resolution is given, rising, GeV.'),
    resolution: z
      .array(z.number().positive())
      .nonempty()
      .default(PAPER_RESOLUTION.resolution)
      .describe('Relative energy resolution σ(E)/E at each of them; linear in log pT in between.'),
  })
  .superRefine(({ pt, resolution }, context) => {
    if (pt.some((value, i) => i > 0 && value <= Number(pt[i - 1]))) {
      context.addIssue({ code: 'custom', path: ['pt'], message: 'expected rising values' });
    }
    if (pt.length !== resolution.length) {
      const message = `expected ${pt.length} values, one for each value of pt`;
      context.addIssue({ code: 'custom', path: ['resolution'], message });
    }
  });
