import type { z } from 'zod';
import type { config } from './config.mjs';

/** Settings of the stage, defaults filled in. */
export type GenerateConfig = z.output<typeof config>;

/** Settings of a source that makes its own events. */
export type GeneratorConfig = Exclude<GenerateConfig, { source: 'file' }>;

/** Settings of a source that reads an event file. */
export type FileConfig = Extract<GenerateConfig, { source: 'file' }>;
