// @ts-check
import { z } from 'zod';
import { seed } from './common.mjs';

/** Relative energy resolution σ of b jets by pT (GeV), used for the t t̄ sample of PRR 5, 043186. */
export const PAPER_RESOLUTION = {
  pt: [10, 20, 30, 50, 100, 400, 1000],
  resolution: [0.4, 0.28, 0.19, 0.13, 0.1, 0.06, 0.05],
};

const table = z
  .strictObject({
    pt: z
      .array(z.number().positive())
      .nonempty()
      .default(PAPER_RESOLUTION.pt)
      .describe('Transverse momenta at which the resolution is given, rising, GeV.'),
    resolution: z
      .array(z.number().nonnegative())
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
  })
  .optional();

/** @param {string} who */
const tableOf = (who) => table.describe(`Resolution of ${who}; {} is the paper's for b jets.`);

const objects = z
  .strictObject(
    {
      a: tableOf('a1 and a2'),
      b: tableOf('b1 and b2'),
      a1: tableOf('a1, instead of that of a'),
      a2: tableOf('a2, instead of that of a'),
      b1: tableOf('b1, instead of that of b'),
      b2: tableOf('b2, instead of that of b'),
    },
    {
      error: ({ code }) =>
        code === 'invalid_type' ? 'expected objects, e.g. { a: {} }' : undefined,
    }
  )
  .prefault({ a: {} })
  .describe(
    'Whose energies are smeared, and by how much; only a, as b jets, if omitted; {} for none, where pTmiss is smeared.'
  );

const ptmiss = z
  .strictObject({
    sigma: z.number().nonnegative().describe('σ of each of its two components, GeV.'),
  })
  .describe(
    'Gaussian resolution of pTmiss itself, on top of what the smeared particles do to it; omit it for none.'
  );

export const smearing = z
  .strictObject({ seed, objects, ptmiss: ptmiss.optional() })
  .superRefine((given, context) => {
    // An unknown name is complaint enough.
    if (Object.keys(given.objects).length > 0 || given.ptmiss || context.issues.length > 0) return;
    const message = 'expected at least one of a, b, a1, a2, b1, b2';
    context.addIssue({ code: 'custom', path: ['objects'], message });
  })
  .describe(
    'Gaussian smearing of the energies of visible particles and of pTmiss; omit it for perfect detection.'
  );
