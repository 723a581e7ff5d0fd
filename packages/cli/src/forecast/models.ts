import { baselineCost } from './baseline-cost.ts';
import type { CostModel } from './cost.ts';
import { compareCost, contaminateCost, generateCost, preprocessCost } from './dataset-costs.ts';
import {
  chartsCost,
  collectCost,
  evaluateCost,
  figuresCost,
  reportCost,
  summaryCost,
} from './page-costs.ts';
import { trainCost } from './train-cost.ts';

/** What each stage costs on the machine of the rates. */
export const MODELS: Readonly<Record<string, CostModel | undefined>> = {
  generate: generateCost,
  preprocess: preprocessCost,
  compare: compareCost,
  contaminate: contaminateCost,
  train: trainCost,
  baseline: baselineCost,
  evaluate: evaluateCost,
  figures: figuresCost,
  report: reportCost,
  collect: collectCost,
  charts: chartsCost,
  summary: summaryCost,
};
