import type { z } from 'zod';
import type { config } from './config.mjs';

/** Settings of the stage, defaults filled in. */
export type ContaminateConfig = z.output<typeof config>;
