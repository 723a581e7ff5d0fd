import { z } from 'zod';
import type { CostModel } from './cost.ts';
import { RATES } from './rates.ts';

const settingsOfDistances = z.object({
  layers: z.number(),
  width: z.number(),
  batch: z.number(),
  epochs: z.number(),
  batchNormalisation: z.boolean().default(false),
  ptmissInput: z.boolean().default(false),
  frame: z.string().default('laboratory'),
  pairing: z.string().default('given'),
});
type Settings = z.infer<typeof settingsOfDistances>;

/** Columns of train: event, two momenta and four masses. */
const EVENT_BYTES = 4 + 2 * 4 * 8 + 4 * 8;

/**
 * The cost of `train` by the recipe paper.
 *
 *     epochs · (events · (c₀ + c₁ · parameters) + steps · c₂)
 */
export const distancesCost: CostModel = (given, { events, split }) => {
  const { data } = settingsOfDistances.safeParse(given);
  if (!data) return undefined;
  const { start, distances: rates, bytesPerParameter } = RATES.train;
  const parameters = parametersOf(data);
  const seen = events * split[0];
  const perEvent =
    (rates.perEvent + rates.perEventAndParameter * parameters) *
    (data.batchNormalisation ? rates.batchNormalisation : 1) *
    (data.pairing === 'blind' ? rates.blind : 1) *
    (data.frame === 'canonical' ? rates.canonical : 1);
  const epoch = seen * perEvent + Math.ceil(seen / data.batch) * rates.perStep;
  return {
    seconds: start + data.epochs * epoch,
    bytes: events * EVENT_BYTES + bytesPerParameter * parameters + rates.recordBytes,
  };
};

/** Weights, and two of each node with batch normalisation. */
function parametersOf({ layers, width, batchNormalisation, ptmissInput }: Settings): number {
  const inputs = ptmissInput ? 18 : 16;
  const weights = (inputs + 1) * width + (layers - 1) * (width + 1) * width + 4 * (width + 1);
  return weights + (batchNormalisation ? 2 * layers * width : 0);
}
