import type { z } from 'zod';
import type { config } from './config.mjs';

/** Settings of the stage, defaults filled in. */
export type GenerateConfig = z.output<typeof config>;

/** Settings of a source that makes its own events. */
export type GeneratorConfig = Exclude<GenerateConfig, { source: 'file' }>;

/** Settings of the toy antler. */
export type ToyConfig = Extract<GenerateConfig, { source: 'toy' }>;

/** Settings of the t t̄ sample. */
export type TopPairConfig = Extract<GenerateConfig, { source: 'ttbar' }>;

/** Settings of a source that reads an event file. */
export type FileConfig = Extract<GenerateConfig, { source: 'file' }>;

/** Settings of the smearing. */
export type SmearingConfig = NonNullable<GenerateConfig['smearing']>;
