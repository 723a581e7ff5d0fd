import { writeFileSync, readFileSync, existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeFigure } from '@deelema/plots';
import { evaluationSchema } from '@deelema/records';
import { frozenEvaluation } from '../../../test/support/frozen-evaluation.ts';
import { figuresOf } from '../src/figures.ts';
it('draws', async () => {
  const real = '/tmp/h7/real.json';
  const e = existsSync(real)
    ? evaluationSchema.parse(JSON.parse(readFileSync(real, 'utf8')))
    : frozenEvaluation();
  for (const f of figuresOf(e, 880)) {
    if ('reason' in f) console.log(f.id, f.reason);
    else {
      await writeFigure(f, 1.2, (n) => '/tmp/h7/' + n);
      writeFileSync('/tmp/h7/' + f.id + '.txt', f.caption);
    }
  }
  expect(1).toBe(1);
});
