// @ts-check
import { z } from 'zod';
import { likelihood } from './settings/likelihood.mjs';
import { solvability } from './settings/solvability.mjs';
import { givenMasses, NEEDS, trialMass, variables, visibleMasses } from './settings/variables.mjs';

export const config = z
  .strictObject({
    mC: trialMass.describe(
      'm_C: trial mass of both invisible particles in GeV, 0 or more; or a pair, one for each branch.'
    ),
    ...givenMasses,
    variables,
    visibleMasses,
    likelihood: likelihood.optional(),
    solvability: solvability.optional(),
  })
  .superRefine((section, context) => {
    for (const name of section.variables) {
      const key = NEEDS[name];
      if (key === undefined || section[key] !== undefined) continue;
      const message = `expected a mass in GeV, ${name} needs it`;
      context.addIssue({ code: 'custom', path: [key], message });
    }
  });
