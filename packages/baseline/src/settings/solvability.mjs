// @ts-check
import { z } from 'zod';

const range = z
  .tuple([z.number().positive(), z.number().positive()])
  .refine(([low, high]) => low < high, 'expected a rising range');

export const solvability = z
  .strictObject({
    pairing: z
      .enum(['given', 'unknown'])
      .default('unknown')
      .describe('Whether b1 belongs to a1, or each pairing counts by half.'),
    events: z
      .int()
      .min(100)
      .default(10_000)
      .describe('How many events to look at, the first ones: 3 ms each with the default points.'),
    mA: range
      .optional()
      .describe('Range of trial masses m_A, GeV, with one of m_B; from M_T2 if omitted.'),
    mB: range
      .optional()
      .describe('Range of trial masses m_B, GeV, with one of m_A; from M_T2 if omitted.'),
    points: z.int().min(21).max(201).default(31).describe('Trial masses along either axis.'),
    replicas: z.int().nonnegative().default(100).describe('Bootstrap replicas for the errors.'),
    curve: z
      .array(z.number().nonnegative())
      .min(1)
      .optional()
      .describe(
        'Trial masses m_C of a curve at the measured differences m_A − m_C and m_B − m_C, GeV; none if omitted.'
      ),
    seed: z
      .int()
      .nonnegative()
      .default(1)
      .describe('Where the random numbers of the errors start.'),
  })
  .superRefine(({ mA, mB }, context) => {
    if ((mA === undefined) === (mB === undefined)) return;
    const path = [mA === undefined ? 'mA' : 'mB'];
    context.addIssue({ code: 'custom', path, message: 'expected a range of both or of none' });
  })
  .describe('Masses m_A and m_B where events begin to have solutions.');
