import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { stage } from '../src/index.ts';
import { densityContext, temporaryFolder, toyEvents, writeInputs } from './support.ts';
it('zz', { timeout: 300000 }, async () => {
  const { dir } = temporaryFolder();
  await writeInputs(join(dir, 'input'), toyEvents(1000));
  for (const name of ['one', 'two']) {
    const t0 = performance.now();
    const context = densityContext(dir, name);
    const r = await stage.run(context);
    console.log(r, performance.now() - t0, memory().numTensors);
    console.log(context.told.logs, context.told.notes.at(-1), context.told.notes[150]);
  }
  const t = JSON.parse(readFileSync(join(dir, 'one/training.json'), 'utf8'));
  console.log(JSON.stringify({ ...t, history: t.history.map((h: object) => Object.values(h).join(' ')) }, null, 1));
  console.log(readFileSync(join(dir, 'one/scalars.csv'), 'utf8'));
  expect(1).toBe(1);
});
