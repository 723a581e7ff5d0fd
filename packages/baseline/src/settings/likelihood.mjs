// @ts-check
import { z } from 'zod';

/** Relative energy resolution of b jets by pT (GeV), used for the t t̄ sample of PRR 5, 043186. */
const PAPER_RESOLUTION = {
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
  })
  .optional();

/** @param {string} who */
const widthOf = (who) =>
  z.number().nonnegative().default(0).describe(`Width of ${who}, GeV; 0 for none.`);

export const likelihood = z
  .strictObject({
    process: z
      .enum(['top-pair', 'gluino-pair', 'phase-space'])
      .describe('How the pair A₁A₂ is made.'),
    beamEnergy: z
      .number()
      .positive()
      .default(13000)
      .describe('√s of the proton beams together, GeV.'),
    decays: z
      .enum(['flat', 'top'])
      .default('flat')
      .describe('Even over phase space, or as t → b W → b ℓ ν with massless ℓ and ν.'),
    widthA: widthOf('A'),
    widthB: widthOf('B'),
    resolution: z
      .strictObject({
        a: table.describe("Energy resolution of a1 and a2; {} is the paper's for b jets."),
        b: table.describe("Energy resolution of b1 and b2; {} is the paper's for b jets."),
      })
      .default({})
      .describe('How well energies were measured; omit what was measured perfectly.'),
    wrongPairing: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe(
        'Share of events in which b1 belongs to a2: 0 if the pairing is given, 0.5 if it is unknown.'
      ),
    outliers: z
      .number()
      .positive()
      .max(0.5)
      .default(0.01)
      .describe('Share of events that are no such antlers.'),
    events: z
      .int()
      .min(100)
      .default(5_000)
      .describe(
        'How many events to look at, the first ones: 3 ms each, 15 ms with widths or a resolution at the default draws, shared by the threads.'
      ),
    draws: z
      .int()
      .min(32)
      .default(256)
      .describe(
        'How many times widths and energies are drawn for a usual event; up to 16 times as many for one that few of them solve. Fewer widen the errors and make the masses too large.'
      ),
    seed: z.int().nonnegative().default(1).describe('Where the random numbers of the draws start.'),
    start: z
      .strictObject({
        mA: z.number().positive().describe('m_A, GeV.'),
        mB: z.number().positive().describe('m_B, GeV.'),
        halfA: z.number().positive().describe('How far m_A may be off, GeV.'),
        halfB: z.number().positive().describe('How far m_B may be off, GeV.'),
      })
      .optional()
      .describe('Where the search starts; from M_T2 if omitted.'),
  })
  .describe('Masses m_A and m_B at the maximum of the likelihood of the visible momenta.');
