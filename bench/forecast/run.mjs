// @ts-check
/**
 * Compares what stages took, by the records of this workspace, with what `deelema run --dry-run` would say without them:
 *
 *     node bench/forecast/run.mjs
 *
 * Run it after `npm run build`. A ratio above 1 took longer; the rates stand in packages/cli/src/forecast/rates.ts.
 */
import { join } from 'node:path';
import { modelled } from '../../packages/cli/dist/forecast/estimate.js';
import { MODELS } from '../../packages/cli/dist/forecast/models.js';
import { recordFolders } from '../../packages/cli/dist/forecast/pace.js';
import { readRecord } from '../../packages/cli/dist/forecast/record.js';

const EVENT_BYTES = 220;
const folders = recordFolders(join(import.meta.dirname, '../..'));

console.log('recorded / modelled seconds');
console.log('stage         runs  least  median  most  within a factor of 2');
for (const stage of Object.keys(MODELS)) {
  const ratios = folders
    .flatMap((folder) => readRecord(join(folder, stage)) ?? [])
    .flatMap((record) => {
      const model = record.swapped ? undefined : modelled(stage, record, EVENT_BYTES);
      return model ? [record.seconds / model.seconds] : [];
    })
    .sort((a, b) => a - b);
  if (ratios.length === 0) continue;
  const [least, median, most] = [0, Math.floor(ratios.length / 2), ratios.length - 1].map((i) =>
    ratios[i].toFixed(2)
  );
  const near = ratios.filter((ratio) => ratio > 0.5 && ratio < 2).length;
  const cells = [String(ratios.length).padStart(4), least.padStart(6), median.padStart(7)];
  console.log([stage.padEnd(12), ...cells, most.padStart(5), String(near).padStart(5)].join(' '));
}
