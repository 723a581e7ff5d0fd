import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runStage, writeInputs } from './support/stage-run.ts';
import { toyEvents } from './support/toy.ts';
it('freezes', async () => {
  const toy = toyEvents({ events: 400, exchangeEvery: 5, noise: 60 });
  const base = await writeInputs(toy, { sample: 'toy of the tests, m_A 1000, m_B 800, m_C 700 GeV' });
  const { json } = await runStage(base, { split: 'all', bins: { mass: 26, momentum: 10 }, endpoint: {} });
  writeFileSync('/tmp/h7/evaluation.json', json);
  expect(json).toBeTruthy();
});
