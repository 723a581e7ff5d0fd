// @ts-check
import { z } from 'zod';
import { MOST_EVENTS } from './common.mjs';
import { smearing } from './smearing.mjs';

const place = z
  .union([z.int().positive(), z.array(z.int().positive()).nonempty()])
  .describe('Absolute PDG id, or a list of alternatives.');

export const file = z.strictObject({
  source: z.literal('file').describe('Events from a file.'),
  path: z
    .string()
    .min(1)
    .describe('The event file: LHE (.lhe, .lhe.gz), Arrow or CSV; relative to this YAML file.'),
  topology: z
    .union([
      z.enum(['auto', 'ttbar-dilepton', 'gluino-sbottom']),
      z.strictObject({ A: place, B: place, a: place, b: place, C: place }),
    ])
    .default('auto')
    .describe('Who plays A → a B, B → b C in an LHE file: auto, a name, or PDG ids by role.'),
  limit: z.int().positive().max(MOST_EVENTS).optional().describe('Read at most this many events.'),
  unmatched: z
    .enum(['fail', 'drop'])
    .default('fail')
    .describe('What to do with an event that is not such an antler.'),
  smearing: smearing.optional(),
});
