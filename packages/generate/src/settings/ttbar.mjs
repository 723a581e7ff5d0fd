// @ts-check
import { z } from 'zod';
import {
  beamEnergy,
  BROAD,
  complainer,
  events,
  LEAST_STRONG_MASS,
  leastBeamEnergy,
  massOf,
  MOST_WIDTH,
  partons,
  rounded,
  seed,
  WINDOW_WIDTHS,
  widthOf,
} from './common.mjs';
import { smearing } from './smearing.mjs';

export const ttbar = z
  .strictObject({
    source: z.literal('ttbar').describe('Top-quark pairs with two leptons.'),
    events,
    seed,
    mt: massOf('Mass of the top quark').default(173.0),
    widthT: widthOf('Width of the top quark').default(1.4915),
    mW: massOf('Mass of the W boson').default(80.419),
    widthW: widthOf('Width of the W boson').default(2.0476),
    mb: massOf('Mass of the b quark').default(4.7),
    beamEnergy,
    spinCorrelation: z
      .boolean()
      .default(true)
      .describe('Whether the spins of the two tops are correlated, as production leaves them.'),
    partons: partons.optional(),
    smearing: smearing.optional(),
  })
  .superRefine(({ mt, widthT, mW, widthW, mb, beamEnergy: energy }, context) => {
    const check = complainer(context);
    const lightT = mt - WINDOW_WIDTHS * widthT;
    const [lightW, heavyW] = [mW - WINDOW_WIDTHS * widthW, mW + WINDOW_WIDTHS * widthW];
    const margin = `for masses are drawn within ${WINDOW_WIDTHS} widths`;
    const mostT = rounded(MOST_WIDTH * mt);
    check('widthT', widthT <= mostT, `expected ${mostT} GeV, 4 % of mt, at most: ${BROAD}`);
    check('mW', lightW > 0, `expected more than ${rounded(mW - lightW)} GeV, ${margin}`);
    const least = rounded(heavyW + mb + mt - lightT);
    check('mt', lightT > heavyW + mb, `expected more than ${least} GeV to decay, ${margin}`);
    check('mt', mt >= LEAST_STRONG_MASS, `expected ${LEAST_STRONG_MASS} GeV or more`);
    const beams = rounded(leastBeamEnergy(mt, widthT));
    check('beamEnergy', energy > beams, `expected more than ${beams} GeV, ${margin}`);
  });
