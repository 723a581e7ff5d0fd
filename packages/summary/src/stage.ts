import { defineStage } from '@deelema/stage';
import { config } from './config.mjs';

/** Writes one self-contained HTML page of a study. */
export const stage = defineStage({
  name: 'summary',
  config,
  run() {
    return Promise.reject(new Error('not written'));
  },
});
