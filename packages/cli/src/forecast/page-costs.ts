import { z } from 'zod';
import type { CostModel } from './cost.ts';
import { RATES } from './rates.ts';

const settingsOfEvaluate = z.object({
  split: z.enum(['train', 'validation', 'test', 'all']),
  endpoint: z
    .object({ replicas: z.number(), smeared: z.boolean().default(false) })
    .default({ replicas: 0, smeared: false }),
});

const PARTS = { train: 0, validation: 1, test: 2 } as const;

/** The cost of `evaluate`. */
export const evaluateCost: CostModel = (settings, { events, split }) => {
  const { data } = settingsOfEvaluate.safeParse(settings);
  if (!data) return undefined;
  const { start, perEvent, perEventAndHundredReplicas, bytes } = RATES.evaluate;
  const taken = events * (data.split === 'all' ? 1 : split[PARTS[data.split]]);
  const { replicas, smeared } = data.endpoint;
  const fits = perEventAndHundredReplicas[smeared ? 'smeared' : 'sharp'];
  const each = perEvent + fits * (replicas / 100);
  return { seconds: start + taken * each, bytes };
};

/** The cost of `figures`. */
export const figuresCost: CostModel = () => RATES.figures;

/** The cost of `report`. */
export const reportCost: CostModel = () => RATES.report;

/** The cost of `collect`. */
export const collectCost: CostModel = (_, { members }) => {
  const { start, perMember, bytes, bytesPerMember } = RATES.collect;
  return { seconds: start + members * perMember, bytes: bytes + members * bytesPerMember };
};

const settingsOfCharts = z.object({ draw: z.array(z.unknown()) });

/** The cost of `charts`. */
export const chartsCost: CostModel = (settings) => {
  const { data } = settingsOfCharts.safeParse(settings);
  if (!data) return undefined;
  const { start, perChart, bytesPerChart } = RATES.charts;
  const charts = data.draw.length;
  return { seconds: start + charts * perChart, bytes: charts * bytesPerChart };
};

/** The cost of `summary`. */
export const summaryCost: CostModel = (_, { members }) => {
  const { start, perMember, bytes, bytesPerMember } = RATES.summary;
  return { seconds: start + members * perMember, bytes: bytes + members * bytesPerMember };
};
