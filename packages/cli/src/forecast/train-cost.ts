import { z } from 'zod';
import type { CostModel } from './cost.ts';
import { densityCost } from './density-cost.ts';
import { distancesCost } from './distances-cost.ts';

const recipe = z.object({ recipe: z.enum(['deelema', 'paper']) });

/** The cost of `train`. */
export const trainCost: CostModel = (settings, load) => {
  const { data } = recipe.safeParse(settings);
  if (!data) return undefined;
  return data.recipe === 'paper' ? distancesCost(settings, load) : densityCost(settings, load);
};
