// @ts-check
// Plain JavaScript: the settings of stages are checked before anything is built.
import { z } from 'zod';

/**
 * What is expected where no object stands; other mistakes are named by zod.
 *
 * @param {string} expected
 * @returns {{ error: (issue: { code?: string }) => string | undefined }}
 */
const unless = (expected) => ({
  error: ({ code }) => (code === 'invalid_type' ? `expected ${expected}` : undefined),
});

const particleCuts = z.strictObject(
  {
    ptMin: z.number().nonnegative().optional().describe('Least transverse momentum, GeV.'),
    etaMax: z.number().positive().optional().describe('Largest |η|.'),
  },
  unless('cuts, e.g. { ptMin: 30, etaMax: 2.5 }')
);

/** @param {string} who */
const cutsOn = (who) => particleCuts.optional().describe(`Cuts on ${who}.`);

const visible = z.strictObject({
  a: cutsOn('a1 and a2 each'),
  b: cutsOn('b1 and b2 each'),
  a1: cutsOn('a1, besides those on a'),
  a2: cutsOn('a2, besides those on a'),
  b1: cutsOn('b1, besides those on b'),
  b2: cutsOn('b2, besides those on b'),
});

/** @param {string} pairs */
const distance = (pairs) =>
  z.number().positive().optional().describe(`Least √(Δη² + Δφ²) ${pairs}.`);

const deltaRMin = z.strictObject(
  {
    all: distance('of any two visible particles'),
    aa: distance('of a1 and a2'),
    ab: distance('of an a and a b, in the same branch or not'),
    bb: distance('of b1 and b2'),
  },
  unless('pairs, e.g. { all: 0.4 }')
);

/** Which events are kept: all cuts together. */
export const selection = z.strictObject({
  visible: visible.optional().describe('Cuts on the visible particles, as measured.'),
  deltaRMin: deltaRMin.optional().describe('Cuts on the distances of visible particles.'),
  ptmissMin: z
    .number()
    .nonnegative()
    .optional()
    .describe('Least missing transverse momentum, GeV.'),
});
