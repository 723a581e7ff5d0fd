// @ts-check
import { z } from 'zod';

const mass = z.number().nonnegative();

/** One mass for both branches, or a pair. */
export const trialMass = z.union([mass, z.tuple([mass, mass])]);

/** Every mass variable there is; the code behind a name stands in the package mass-variables. */
export const NAMES = /** @type {const} */ ([
  'mt2_a',
  'mt2_b',
  'mt2_ab',
  'm2cc_b',
  'm2cc_ab',
  'm2xc_b',
  'm2xc_ab',
  'm2cx_b',
  'm2cx_ab',
  'm2xx_b',
  'm2xx_ab',
  'm2cons_b',
  'm2cons_ab',
  'm2ccons_b',
  'm2ccons_ab',
  'mab_1',
  'mab_2',
  'mt_b_1',
  'mt_b_2',
  'mt_ab_1',
  'mt_ab_2',
]);

/**
 * What a variable cannot do without, besides mC.
 *
 * @type {Partial<Record<(typeof NAMES)[number], 'mB' | 'mY'>>}
 */
export const NEEDS = {
  mt2_a: 'mB',
  m2cons_b: 'mY',
  m2cons_ab: 'mY',
  m2ccons_b: 'mY',
  m2ccons_ab: 'mY',
};

/** Masses and momenta that some variables need. */
export const givenMasses = {
  mB: trialMass
    .optional()
    .describe(
      'm_B: trial mass of what mt2_a leaves unseen in each branch, GeV, 0 or more; or a pair.'
    ),
  mY: z
    .number()
    .positive()
    .optional()
    .describe('Mass of the resonance that decays to the pair, or √s, GeV; m2cons needs it.'),
  pzY: z
    .number()
    .optional()
    .describe('Momentum of the resonance along the beam, where it is known, GeV.'),
};

export const variables = z
  .array(z.enum(NAMES))
  .min(1)
  .refine((names) => new Set(names).size === names.length, 'expected each variable once')
  .default(['mt2_b', 'mt2_ab', 'm2cc_b', 'm2cc_ab'])
  .describe('The mass variables of each event.');

export const visibleMasses = z
  .strictObject({
    a: mass.optional().describe('Mass of both a, GeV.'),
    b: mass.optional().describe('Mass of both b, GeV.'),
  })
  .optional()
  .describe(
    'Known masses of visible particles: their energies are taken from momentum and mass, whatever digits the events have.'
  );
