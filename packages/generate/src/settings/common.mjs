// @ts-check
import { z } from 'zod';

/** Rows are numbered in 32 bits. */
export const MOST_EVENTS = 2 ** 32 - 1;

/** Half-width of the window a resonance mass is drawn from, in units of its width Γ. */
export const WINDOW_WIDTHS = 15;

export const seed = z
  .int()
  .nonnegative()
  .describe('Where the random numbers start: the same seed gives the same events.');
export const events = z.int().positive().max(MOST_EVENTS).describe('How many events to generate.');
export const beamEnergy = z
  .number()
  .positive()
  .default(13000)
  .describe('√s of the proton beams together, GeV.');

/** @param {string} description */
export const massOf = (description) => z.number().nonnegative().describe(`${description}, GeV.`);

/** @param {string} description */
export const widthOf = (description) =>
  z.number().nonnegative().describe(`${description}, GeV; 0 for none.`);

export const partons = z
  .string()
  .min(1)
  .describe(
    'Parton distributions: a member file of an LHAPDF6 set, <set>_0000.dat, relative to this YAML file; GRV94 LO if omitted.'
  );
