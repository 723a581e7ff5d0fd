// @ts-check
import { z } from 'zod';
import { beamEnergy, events, massOf, partons, seed, WINDOW_WIDTHS, widthOf } from './common.mjs';
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
  .superRefine(({ mA, mB, mC, ma, mb, widthA, widthB, beamEnergy: energy }, context) => {
    /** @type {(path: string, holds: boolean, message: string) => void} */
    const check = (path, holds, message) => {
      if (!holds) context.addIssue({ code: 'custom', path: [path], message });
    };
    const [offA, offB] = [WINDOW_WIDTHS * widthA, WINDOW_WIDTHS * widthB];
    const margin = offA + offB > 0 ? `, for masses are drawn within ${WINDOW_WIDTHS} widths` : '';
    const [mostB, mostC, least] = [mA - offA - ma - offB, mB - offB - mb, 2 * (mA + offA)];
    check('widthA', offA < mA, `expected less than ${mA / WINDOW_WIDTHS} GeV${margin}`);
    check('widthB', offB < mB, `expected less than ${mB / WINDOW_WIDTHS} GeV${margin}`);
    check('mB', mB < mostB, `expected less than ${mostB} GeV, so that A can decay${margin}`);
    check('mC', mC < mostC, `expected less than ${mostC} GeV, so that B can decay${margin}`);
    check('beamEnergy', energy > least, `expected more than ${least} GeV, for the pair${margin}`);
  });
