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
    'Parton distributions: a member file of an LHAPDF6 set, <set>_0000.dat, relative to this YAML file; GRV94 LO if omitted. α_s is at one loop, 0.130 at M_Z, with any of them.'
  );

/**
 * Largest width of a pair's particles in units of their mass. The window of a broader one reaches so far down that
 * events far below the peak outnumber those in it, and hardly one proposal in a thousand is kept.
 */
export const MOST_WIDTH = 0.04;

/** Why a width is too large. */
export const BROAD = 'a broader one is mostly made far below its peak';

/**
 * Least energy of the beams for a pair with a width, GeV. With less, production prefers the lightest pairs so much
 * that an event takes milliseconds.
 *
 * @param {number} mass
 * @param {number} width
 */
export const leastBeamEnergy = (mass, width) => 2 * (mass + 9 * WINDOW_WIDTHS * width);

/** Least pole mass of a strongly produced pair, GeV: below, one-loop α_s is no small number. */
export const LEAST_STRONG_MASS = 1;

/**
 * A number for a message, without the digits of rounding errors.
 *
 * @param {number} value
 */
export const rounded = (value) => Number(value.toPrecision(9));

/**
 * Makes a function that complains about a key unless something holds.
 *
 * @param {z.core.$RefinementCtx} context
 * @returns {(path: string, holds: boolean, message: string) => void}
 */
export const complainer = (context) => (path, holds, message) => {
  if (!holds) context.addIssue({ code: 'custom', path: [path], message });
};
