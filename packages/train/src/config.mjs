// @ts-check
import { z } from 'zod';
import { withBackendChecked } from './settings/common.mjs';
import { deelema } from './settings/deelema.mjs';
import { paper } from './settings/paper.mjs';

/** Settings of the stage `train`: one of two recipes. */
export const config = withBackendChecked(
  z.discriminatedUnion('recipe', [deelema, paper], { error: 'expected "deelema" or "paper"' })
);
