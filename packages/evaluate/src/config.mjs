// @ts-check
import { quantityNumbers } from '@deelema/workflow';
import { z } from 'zod';

/** No collider reaches it; wide enough for any unit, and bins keep a finite width. */
const FARTHEST = 1e9;

const edge = z
  .number()
  .min(-FARTHEST, 'expected an energy in GeV, -1e9 or more')
  .max(FARTHEST, 'expected an energy in GeV, 1e9 or less');

const range = z
  .tuple([edge, edge])
  .refine(([low, high]) => low < high, 'expected [low, high] in GeV with low < high');

const bins = z.strictObject({
  mass: z
    .int()
    .min(10)
    .max(1000)
    .default(120)
    .describe('Bins of a mass histogram: exactly so many in a given range, at most otherwise.'),
  momentum: z.int().min(10).max(200).default(50).describe('Bins of a heat map, in each direction.'),
});

const ranges = z.strictObject({
  A: range
    .optional()
    .describe(
      'Range of m_A1, m_A2, mt2_ab and m2cc_ab, GeV, whatever the training calls these masses; default: from the events.'
    ),
  B: range
    .optional()
    .describe(
      'Range of m_B1, m_B2, mt2_b and m2cc_b, GeV, whatever the training calls these masses; default: from the events.'
    ),
  transverse: range
    .optional()
    .describe('Range of invisible px and py in the heat maps, GeV; default: from the events.'),
  longitudinal: range
    .optional()
    .describe('Range of invisible pz in the heat maps, GeV; default: from the events.'),
});

/** Of the fits of endpoints and of peaks. */
const fit = {
  replicas: z
    .int()
    .min(0)
    .max(10_000)
    .default(100)
    .describe('Replicas of the sample for the bootstrap error; 0 leaves it out.'),
  seed: z.int().nonnegative().default(1).describe('Seed of the replicas.'),
  minimumEvents: z
    .int()
    .min(20)
    .default(100)
    .describe('Events that the fitted part of a distribution must have.'),
};

const endpoint = z.strictObject({
  smeared: z
    .boolean()
    .default(false)
    .describe(
      'Whether the edges of M_T2 and M_2CC may be smeared, by the resolution of jets or by widths; for what is neither, false.'
    ),
  ...fit,
});

const peak = z.strictObject(fit);

const published = z.strictObject({
  source: z.string().trim().min(1).describe('Which publication, and which of its tables.'),
  values: quantityNumbers.describe(
    "Its numbers by the names that they have in a study's table, e.g. auxiliary.mA; GeV, or pure numbers."
  ),
});

export const config = z.strictObject({
  split: z
    .enum(['train', 'validation', 'test', 'all'])
    .default('test')
    .describe('Which events count: those of one split, or all of them.'),
  bins: bins.prefault({}).describe('Numbers of bins.'),
  endpoint: endpoint
    .prefault({})
    .describe('Fits of the endpoints of M_T2 and M_2CC, where masses are read.'),
  peak: peak
    .prefault({})
    .describe(
      'Fits of the peaks of all masses and of M_T2 and M_2CC, in the ranges of their histograms.'
    ),
  ranges: ranges.prefault({}).describe('Ranges of histograms and heat maps.'),
  published: published
    .optional()
    .describe('What a publication found in such events, to be put beside what is found here.'),
});
