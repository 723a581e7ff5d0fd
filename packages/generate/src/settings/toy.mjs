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
import { recoil } from './recoil.mjs';
import { smearing } from './smearing.mjs';

export const toy = z
  .strictObject({
    source: z.literal('toy').describe('Antlers with flat decays.'),
    events,
    seed,
    mA: massOf('Mass of A').default(1000),
    mB: massOf('Mass of B').default(800),
    mC: massOf('Mass of the invisible C').default(700),
    ma: massOf('Mass of the visible a').default(0),
    mb: massOf('Mass of the visible b').default(0),
    widthA: widthOf('Width of A').default(0),
    widthB: widthOf('Width of B').default(0),
    beamEnergy,
    production: z
      .enum(['gluino-pair', 'phase-space'])
      .default('gluino-pair')
      .describe('How the pair is made: like gluinos without squarks, or with |M|² = 1.'),
    recoil: recoil.optional(),
    partons: partons.optional(),
    smearing: smearing.optional(),
  })
  .superRefine((settings, context) => {
    const { mA, mB, mC, ma, mb, widthA, widthB, beamEnergy: energy, production } = settings;
    const check = complainer(context);
    const [offA, offB] = [WINDOW_WIDTHS * widthA, WINDOW_WIDTHS * widthB];
    const margin = offA + offB > 0 ? `, for masses are drawn within ${WINDOW_WIDTHS} widths` : '';
    const [mostA, mostB] = [rounded(MOST_WIDTH * mA), rounded(mB / WINDOW_WIDTHS)];
    check('widthA', widthA <= mostA, `expected ${mostA} GeV, 4 % of mA, at most: ${BROAD}`);
    check('widthB', offB < mB || widthB === 0, `expected less than ${mostB} GeV${margin}`);
    const [heaviestB, heaviestC] = [mA - offA - ma - offB, mB - offB - mb].map(rounded);
    check(
      'mB',
      mB < heaviestB,
      `expected less than ${heaviestB} GeV, so that A can decay${margin}`
    );
    check(
      'mC',
      mC < heaviestC,
      `expected less than ${heaviestC} GeV, so that B can decay${margin}`
    );
    const strong = production === 'phase-space' || mA >= LEAST_STRONG_MASS;
    check('mA', strong, `expected ${LEAST_STRONG_MASS} GeV or more, or production: phase-space`);
    const least = rounded(leastBeamEnergy(mA, widthA));
    check('beamEnergy', energy > least, `expected more than ${least} GeV, for the pair${margin}`);
  });
