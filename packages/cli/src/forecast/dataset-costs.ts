import { z } from 'zod';
import type { CostModel, Load } from './cost.ts';
import { RATES } from './rates.ts';

/** Event number, four visible and two invisible momenta, pTmiss and weight. */
const EVENT_BYTES = 4 + 8 * (6 * 4 + 2 + 1);
/** The true momentum beside a smeared one. */
const TRUE_BYTES = 8 * 4;

const generated = z.object({
  source: z.enum(['toy', 'ttbar', 'file']),
  smearing: z.object({ objects: z.record(z.string(), z.unknown()).default({}) }).optional(),
});

/**
 * The bytes of an event as generated.
 *
 * Of a file they are those of an event whose invisible particles are known.
 *
 * @param settings Of `generate`.
 */
export function eventBytes(settings: unknown): number {
  const { data } = generated.safeParse(settings);
  const names = Object.keys(data?.smearing?.objects ?? {});
  const roles = new Set(
    names.flatMap((name) => (name.length > 1 ? [name] : [`${name}1`, `${name}2`]))
  );
  return EVENT_BYTES + TRUE_BYTES * roles.size;
}

/** The cost of `generate`. */
export const generateCost: CostModel = (settings, { events }) => {
  const { data } = generated.safeParse(settings);
  if (!data) return undefined;
  const { start, perEvent, smearingPerEvent } = RATES.generate;
  const each = perEvent[data.source] + (data.smearing ? smearingPerEvent : 0);
  return { seconds: start + events * each, bytes: events * eventBytes(settings) };
};

/** The cost of `preprocess`; one byte per event says the split. */
export const preprocessCost: CostModel = (_, { events, eventBytes: each }) => {
  const { start, perEvent, scalingBytes } = RATES.preprocess;
  return { seconds: start + events * perEvent, bytes: scalingBytes + events * (each + 1) };
};

/** The cost of `compare`. */
export const compareCost: CostModel = (_, { events }) => {
  const { start, perEvent, bytes } = RATES.compare;
  return { seconds: start + events * perEvent, bytes };
};

const contamination = z.object({ background: z.object({}).optional() });

/** The cost of `contaminate`; one more byte says which events were exchanged, another which are background. */
export const contaminateCost: CostModel = (settings, { events, eventBytes: each }: Load) => {
  const { data } = contamination.safeParse(settings);
  if (!data) return undefined;
  const { start, perEvent } = RATES.contaminate;
  const bytes = events * (each + (data.background ? 3 : 2));
  return { seconds: start + events * perEvent, bytes };
};
