// The stage "report" as a module beside the pipeline: the masses, and nothing else.
import { readFileSync, writeFileSync } from 'node:fs';
import { defineStage } from '@deelema/stage';
import { z } from 'zod';

export const stage = defineStage({
  name: 'report',
  config: z.strictObject({ heading: z.string() }),
  async run({ config, inputs, out }) {
    const { auxiliary } = JSON.parse(readFileSync(inputs.evaluate.path('evaluation'), 'utf8'));
    const masses = `m<sub>A</sub> = ${auxiliary.A.toFixed(1)} GeV, m<sub>B</sub> = ${auxiliary.B.toFixed(1)} GeV`;
    const page = `<!doctype html><meta charset="utf-8"><title>${config.heading}</title><h1>${config.heading}</h1><p>${masses}\n`;
    writeFileSync(out.path('report'), page);
    return {};
  },
});
