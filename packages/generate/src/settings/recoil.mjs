// @ts-check
import { z } from 'zod';
import { complainer } from './common.mjs';

const exponential = z.strictObject({
  spectrum: z.literal('exponential').describe('dN/dpT falls exponentially.'),
  mean: z.number().positive().describe('Mean transverse momentum of the pair, GeV.'),
});

const table = z
  .strictObject({
    spectrum: z.literal('table').describe('dN/dpT by a table, straight lines in between.'),
    pt: z
      .array(z.number().nonnegative())
      .min(2)
      .describe('Transverse momenta at which the density is given, rising, GeV.'),
    density: z
      .array(z.number().nonnegative())
      .min(2)
      .describe('dN/dpT at each of them, in any unit.'),
  })
  .superRefine(({ pt, density }, context) => {
    const check = complainer(context);
    const rises = pt.every((value, i) => i === 0 || value > Number(pt[i - 1]));
    check('pt', rises, 'expected rising values');
    const [n, m] = [pt.length, density.length];
    check('density', n === m, `expected ${n} values, one for each value of pt`);
    check(
      'density',
      density.some((value) => value > 0),
      'expected a positive value among them'
    );
  });

export const recoil = z
  .discriminatedUnion('spectrum', [exponential, table])
  .describe('Transverse momentum that the pair recoils with; omit it for none.');
