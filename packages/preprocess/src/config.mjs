// @ts-check
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

const selection = z.strictObject({
  visible: visible.optional().describe('Cuts on the visible particles, as measured.'),
  deltaRMin: deltaRMin.optional().describe('Cuts on the distances of visible particles.'),
  ptmissMin: z
    .number()
    .nonnegative()
    .optional()
    .describe('Least missing transverse momentum, GeV.'),
  limit: z
    .int()
    .positive()
    .optional()
    .describe('Keep at most this many of the events that pass; no part of the efficiency.'),
});

const fraction = z.number().min(0).max(1);

export const config = z.strictObject({
  seed: z.int().nonnegative().describe('Decides which event goes to which split.'),
  split: z
    .tuple([fraction, fraction, fraction], 'expected three fractions that sum to 1')
    .refine(([training]) => training > 0, 'expected some events to train on')
    .refine(
      (parts) => Math.abs(parts.reduce((sum, part) => sum + part, 0) - 1) < 1e-9,
      'expected three fractions that sum to 1'
    )
    .default([0.7, 0.2, 0.1])
    .describe('Fractions of the events for training, validation and test.'),
  selection: selection.optional().describe('Which events to keep; all if omitted.'),
});
