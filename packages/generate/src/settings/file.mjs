// @ts-check
import { z } from 'zod';
import { columns } from './columns.mjs';
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
    .describe(
      'The event file, relative to this YAML file: .lhe, .lhe.gz, .arrow, .feather, .arrows, .csv, .csv.gz, .parquet, .npz or .root.'
    ),
  topology: z
    .union([
      z.enum(['auto', 'ttbar-dilepton', 'gluino-sbottom']),
      z.strictObject({ A: place, B: place, a: place, b: place, C: place }),
    ])
    .default('auto')
    .describe('Who plays A → a B, B → b C in an LHE file: auto, a name, or PDG ids by role.'),
  columns: columns.optional(),
  tree: z
    .string()
    .min(1)
    .optional()
    .describe('Which tree of a ROOT file, with its directories; needed if there are several.'),
  unit: z
    .enum(['MeV', 'GeV', 'TeV'])
    .optional()
    .describe('Unit of energies, momenta and masses in the columns of the file; GeV if omitted.'),
  pairing: z
    .enum(['auto', 'straight', 'crossed'])
    .optional()
    .describe(
      'In an .npz file with leptons: whether l1 belongs to b1 (straight) or l2 does (crossed); auto, the default, finds it out from the masses.'
    ),
  limit: z.int().positive().max(MOST_EVENTS).optional().describe('Read at most this many events.'),
  maxUnmatched: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe(
      'Largest fraction of events that may be no such antler, or lack an element that columns asks for; they are left out and counted.'
    ),
  smearing: smearing.optional(),
});
