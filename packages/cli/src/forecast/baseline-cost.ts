import { z } from 'zod';
import type { CostModel } from './cost.ts';
import { RATES } from './rates.ts';

const settingsOfBaseline = z.object({
  variables: z.array(z.string()),
  solvability: z.object({ events: z.number(), points: z.number() }).optional(),
  likelihood: z
    .object({
      events: z.number(),
      draws: z.number().default(256),
      widthA: z.number().default(0),
      widthB: z.number().default(0),
      resolution: z.record(z.string(), z.unknown()).default({}),
    })
    .optional(),
});
type Settings = z.infer<typeof settingsOfBaseline>;

/** Columns of a variable of the M_2 family: the value, its status, its residual and two momenta. */
const SOLVED_BYTES = 8 + 1 + 8 + 2 * 4 * 8;

/** The cost of `baseline`: the variables of every event, and of the first ones what measures masses. */
export const baselineCost: CostModel = (given, { events }) => {
  const { data } = settingsOfBaseline.safeParse(given);
  if (!data) return undefined;
  const { start, perEvent, perVariable, measurementBytes } = RATES.baseline;
  const each = sum(data.variables, (name) => (isFast(name) ? perVariable.fast : perVariable.slow));
  const columns = 4 + sum(data.variables, (name) => (name.startsWith('m2') ? SOLVED_BYTES : 8));
  return {
    seconds:
      start + events * (perEvent + each) + solvability(data, events) + likelihood(data, events),
    bytes: events * columns + measurementBytes,
  };
};

function isFast(variable: string): boolean {
  return !variable.startsWith('m2') || variable.startsWith('m2cc_');
}

function solvability({ solvability: settings }: Settings, events: number): number {
  if (!settings) return 0;
  const looked = Math.min(events, settings.events);
  return looked * RATES.baseline.solvabilityPerEvent * (settings.points / 31) ** 2;
}

function likelihood({ likelihood: settings }: Settings, events: number): number {
  if (!settings) return 0;
  const { likelihoodPerEvent, smearedLikelihoodPerEvent } = RATES.baseline;
  const { widthA, widthB, resolution, draws } = settings;
  const smeared = widthA > 0 || widthB > 0 || Object.keys(resolution).length > 0;
  const looked = Math.min(events, settings.events);
  return looked * (smeared ? (smearedLikelihoodPerEvent * draws) / 256 : likelihoodPerEvent);
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
