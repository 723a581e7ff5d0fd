import type { z } from 'zod';
import type { config } from './config.mjs';

/** The settings of the stage after defaults. */
export type TrainConfig = z.output<typeof config>;
