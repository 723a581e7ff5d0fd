import { defineStage } from '@deelema/stage';
import { config } from './config.mjs';
import { train } from './train.ts';

/** The stage `train`: learns the masses from the events alone. */
export const stage = defineStage({ name: 'train', config, run: train });
