// @ts-check
import { z } from 'zod';

/** Rows are numbered in 32 bits. */
const MOST_EVENTS = 2 ** 32 - 1;

/** Half-width of the window a resonance mass is drawn from, in units of its width Γ. */
export const WINDOW_WIDTHS = 15;

/** Relative energy resolution σ of b jets by pT (GeV), used for the t t̄ sample of PRR 5, 043186. */
export const PAPER_RESOLUTION = {
  pt: [10, 20, 30, 50, 100, 400, 1000],
  sigma: [0.4, 0.28, 0.19, 0.13, 0.1, 0.06, 0.05],
};

const seed = z
  .int()
  .nonnegative()
  .describe('Where the random numbers start: the same seed gives the same events.');
const events = z.int().positive().max(MOST_EVENTS).describe('How many events to generate.');
const beamEnergy = z
  .number()
  .positive()
  .default(13000)
  .describe('√s of the proton beams together, GeV.');

/** @param {string} description */
const massOf = (description) => z.number().nonnegative().describe(`${description}, GeV.`);

const visible = z.enum(['a', 'b', 'a1', 'a2', 'b1', 'b2']);

const smearing = z
  .strictObject({
    seed,
    objects: z
      .array(visible)
      .nonempty()
      .default(['a'])
      .describe('Whose energies are smeared: a or b for both branches, or a1, a2, b1, b2.'),
    pt: z
      .array(z.number().positive())
      .nonempty()
      .default(PAPER_RESOLUTION.pt)
      .describe('Transverse momenta at which the resolution is given, rising, GeV.'),
    resolution: z
      .array(z.number().nonnegative())
      .nonempty()
      .default(PAPER_RESOLUTION.sigma)
      .describe('Relative energy resolution at each of them; linear in log pT in between.'),
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
  .describe('Gaussian smearing of jet energies; omit it for perfect detection.');

const toy = z
  .strictObject({
    source: z.literal('toy').describe('Narrow antlers with flat decays.'),
    events,
    seed,
    mA: massOf('Mass of A').default(1000),
    mB: massOf('Mass of B').default(800),
    mC: massOf('Mass of the invisible C').default(700),
    ma: massOf('Mass of the visible a').default(0),
    mb: massOf('Mass of the visible b').default(0),
    beamEnergy,
    smearing: smearing.optional(),
  })
  .superRefine(({ mA, mB, mC, ma, mb, beamEnergy: energy }, context) => {
    /** @type {(path: string, holds: boolean, message: string) => void} */
    const check = (path, holds, message) => {
      if (!holds) context.addIssue({ code: 'custom', path: [path], message });
    };
    check('mB', mB + ma < mA, `expected less than mA − ma = ${mA - ma} GeV, so that A can decay`);
    check('mC', mC + mb < mB, `expected less than mB − mb = ${mB - mb} GeV, so that B can decay`);
    check('beamEnergy', energy > 2 * mA, `expected more than 2 mA = ${2 * mA} GeV`);
  });

const ttbar = z
  .strictObject({
    source: z.literal('ttbar').describe('Top-quark pairs with two leptons.'),
    events,
    seed,
    mt: massOf('Mass of the top quark').default(173.0),
    widthT: massOf('Width of the top quark').default(1.4915),
    mW: massOf('Mass of the W boson').default(80.419),
    widthW: massOf('Width of the W boson').default(2.0476),
    mb: massOf('Mass of the b quark').default(4.7),
    beamEnergy,
    smearing: smearing.optional(),
  })
  .superRefine(({ mt, widthT, mW, widthW, mb, beamEnergy: energy }, context) => {
    /** @type {(path: string, holds: boolean, message: string) => void} */
    const check = (path, holds, message) => {
      if (!holds) context.addIssue({ code: 'custom', path: [path], message });
    };
    const [lightT, heavyT] = [mt - WINDOW_WIDTHS * widthT, mt + WINDOW_WIDTHS * widthT];
    const [lightW, heavyW] = [mW - WINDOW_WIDTHS * widthW, mW + WINDOW_WIDTHS * widthW];
    const margin = `for masses are drawn within ${WINDOW_WIDTHS} widths`;
    check('mW', lightW > 0, `expected more than ${mW - lightW} GeV, ${margin}`);
    const least = heavyW + mb + mt - lightT;
    check('mt', lightT > heavyW + mb, `expected more than ${least} GeV to decay, ${margin}`);
    check('beamEnergy', energy > 2 * heavyT, `expected more than ${2 * heavyT} GeV, ${margin}`);
  });

const place = z
  .union([z.int().positive(), z.array(z.int().positive()).nonempty()])
  .describe('Absolute PDG id, or a list of alternatives.');

const file = z.strictObject({
  source: z.literal('file').describe('Events from a file.'),
  path: z
    .string()
    .min(1)
    .describe('The event file: LHE (.lhe, .lhe.gz), Arrow or CSV; relative to this YAML file.'),
  topology: z
    .union([
      z.enum(['auto', 'ttbar-dilepton', 'gluino-sbottom']),
      z.strictObject({ A: place, B: place, a: place, b: place, C: place }),
    ])
    .default('auto')
    .describe('Who plays A → a B, B → b C in an LHE file: auto, a name, or PDG ids by role.'),
  limit: z.int().positive().max(MOST_EVENTS).optional().describe('Read at most this many events.'),
  unmatched: z
    .enum(['fail', 'drop'])
    .default('fail')
    .describe('What to do with an event that is not such an antler.'),
  smearing: smearing.optional(),
});

export const config = z.discriminatedUnion('source', [toy, ttbar, file]);
