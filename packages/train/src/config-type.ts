import type { z } from 'zod';
import type { config } from './config.mjs';

/** The settings of the stage after defaults. */
export type TrainConfig = z.output<typeof config>;
/** Those of the recipe `paper`. */
export type PaperConfig = Extract<TrainConfig, { recipe: 'paper' }>;
/** Those of the recipe `deelema`. */
export type DeelemaConfig = Extract<TrainConfig, { recipe: 'deelema' }>;
