// @ts-check
import { z } from 'zod';
import { beamEnergy, events, massOf, seed } from './common.mjs';
import { smearing } from './smearing.mjs';

export const toy = z
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
