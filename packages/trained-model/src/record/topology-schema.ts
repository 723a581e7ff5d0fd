import { z } from 'zod';

const step = z.strictObject({ mass: z.string(), visibles: z.array(z.string()) });
const branch = z.strictObject({ steps: z.array(step), invisible: z.string() });

/** What decays into what, as `DecayTopology` says it. */
export const topologySchema = z.strictObject({
  name: z.string(),
  branches: z.tuple([branch, branch]),
  exchanges: z.array(z.tuple([z.string(), z.string()])),
});
