import { describe, expect, it } from 'vitest';
import { stream, type RandomStream } from '@deelema/random';
import { EVENT } from '../src/mt2/event.ts';
import { massless } from '../src/mt2/massless.ts';
import { newton } from '../src/mt2/newton.ts';
import { search } from '../src/mt2/search.ts';
import { sharedAtThreshold } from '../src/mt2/shared-at-threshold.ts';

/** A component of momentum; one in three far smaller than the rest if light particles are asked for. */
function component(random: RandomStream, light: boolean): number {
  const size = light && random.integer(3) === 0 ? 10 ** (-6 * random.uniform()) : 1;
  return 100 * size * random.normal();
}

function mass(random: RandomStream, light: boolean): number {
  if (random.integer(3) === 0) return 0;
  return light ? 100 * 10 ** (-14 * random.uniform()) : 200 * random.uniform();
}

/** An ordered event; in one of ten P balances the visibles, in one of ten the visibles are collinear. */
function randomRow(random: RandomStream, light: boolean): Float64Array {
  const row = new Float64Array(EVENT.length);
  for (const at of [EVENT.x1, EVENT.y1, EVENT.x2, EVENT.y2, EVENT.Px, EVENT.Py]) {
    row[at] = component(random, light);
  }
  const trial = mass(random, light);
  const first = [mass(random, light), trial];
  const second = [mass(random, light), random.integer(2) === 0 ? trial : mass(random, light)];
  const inOrder = first[0] + first[1] >= second[0] + second[1];
  [row[EVENT.m1], row[EVENT.mk1]] = inOrder ? first : second;
  [row[EVENT.m2], row[EVENT.mk2]] = inOrder ? second : first;
  const special = random.integer(10);
  const ratio = 3 * random.uniform() - 1.5;
  if (special === 0) {
    row[EVENT.Px] = -row[EVENT.x1] - row[EVENT.x2];
    row[EVENT.Py] = -row[EVENT.y1] - row[EVENT.y2];
  } else if (special === 1) {
    row[EVENT.x2] = ratio * row[EVENT.x1];
    row[EVENT.y2] = ratio * row[EVENT.y1];
  } else if (special === 2) {
    row[EVENT.Px] = ratio * row[EVENT.x1];
    row[EVENT.Py] = ratio * row[EVENT.y1];
  }
  return row;
}

describe('the fast searches for M_T2', () => {
  it.each([
    { what: 'particles of up to 200 GeV', light: false, proven: 0.9 },
    { what: 'masses down to 1e-12 GeV', light: true, proven: 0.6 },
  ])('agree with the safeguarded one, or say that nothing is proven ($what)', (sample) => {
    const { light } = sample;
    let [searched, proven, worst] = [0, 0, 0];
    for (let i = 0; i < 4000; ++i) {
      const row = randomRow(stream(4, 'two searches', String(light), i), light);
      const [t1, t2] = [row[EVENT.m1] + row[EVENT.mk1], row[EVENT.m2] + row[EVENT.mk2]];
      const slack = ((t1 - t2) * (t1 + t2)) / 2;
      if (sharedAtThreshold(row, slack)) continue;
      ++searched;
      const explicit = row[EVENT.m1] + row[EVENT.m2] === 0 && t1 === t2;
      const fast = explicit ? massless(row) : newton(row, t1 * t1, slack);
      if (Number.isNaN(fast)) continue;
      ++proven;
      const scale = Math.max(...row.subarray(EVENT.m1, EVENT.kx).map(Math.abs));
      worst = Math.max(worst, Math.abs(fast - search(row)) / (scale * scale));
    }
    expect(proven).toBeGreaterThan(sample.proven * searched);
    // Roundings of the largest argument squared: some hundred of them where masses are tiny.
    expect(worst).toBeLessThan(2e-13);
  });
});
