import type { StageContext } from '@deelema/stage';
import type { z } from 'zod';
import type { config } from './config.mjs';

/** What the stage is given. */
export type PreprocessContext = StageContext<z.output<typeof config>>;
