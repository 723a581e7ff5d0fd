// @ts-check
import { z } from 'zod';

const particleCuts = z.strictObject({
  ptMin: z.number().nonnegative().optional().describe('Least transverse momentum, GeV.'),
  etaMax: z.number().positive().optional().describe('Largest |η|.'),
});

const selection = z.strictObject({
  visible: z
    .strictObject({
      a: particleCuts.optional().describe('Cuts on a1 and a2 each.'),
      b: particleCuts.optional().describe('Cuts on b1 and b2 each.'),
    })
    .optional()
    .describe('Cuts on the visible particles.'),
  ptmissMin: z
    .number()
    .nonnegative()
    .optional()
    .describe('Least missing transverse momentum, GeV.'),
  limit: z.int().positive().optional().describe('Keep at most this many events.'),
});

const fraction = z.number().min(0).max(1);

export const config = z.strictObject({
  seed: z.int().nonnegative().describe('Decides which event goes to which split.'),
  split: z
    .tuple([fraction, fraction, fraction])
    .refine(([training]) => training > 0, 'expected some events to train on')
    .refine(
      (parts) => Math.abs(parts.reduce((sum, part) => sum + part, 0) - 1) < 1e-9,
      'expected three fractions that sum to 1'
    )
    .default([0.7, 0.2, 0.1])
    .describe('Fractions of the events for training, validation and test.'),
  selection: selection.optional().describe('Which events to keep; all if omitted.'),
});
