import { beforeEach, describe, expect, it } from 'vitest';
import '../../src/index.ts';
import { completeEvent } from '../../src/density/completed-event.ts';
import { massSlopes } from '../../src/density/mass-slopes.ts';
import { take, useBackend } from '../backends.ts';
import { anyEvents, anyUnknowns, MEANINGS, nameOf } from './events.ts';
import { complete } from './float64.ts';
import { column, columnsOf, settingsOf } from './tensors.ts';

const N = 40;

describe.each(MEANINGS.map((meaning) => ({ meaning, name: nameOf(meaning) })))(
  'massSlopes: $name',
  ({ meaning }) => {
    beforeEach(() => useBackend('cpu'));

    const events = anyEvents(N, meaning);
    const unknowns = anyUnknowns(N, meaning);
    const slopes = () => {
      const columns = columnsOf(events);
      const values = unknowns[0].map((_, k) => column(unknowns.map((z) => z[k])));
      const completed = completeEvent(columns, values, settingsOf(meaning));
      return massSlopes(columns, completed, settingsOf(meaning));
    };

    it('are the differences of masses in double precision', async () => {
      for (const [shell, row] of slopes().entries()) {
        expect(row).toHaveLength(unknowns[0].length);
        for (const [k, entry] of row.entries()) {
          const found = entry === undefined ? new Float32Array(N) : await take(entry);
          events.forEach((event, i) => {
            const at = (step: number): number => {
              const z = unknowns[i].map((x, j) => (j === k ? x + step : x));
              return complete(event, z, meaning).masses[shell];
            };
            const expected = (at(1e-5) - at(-1e-5)) / 2e-5;
            // Differences: 1e-9. Float32 in the difference of two numbers of up to 20, by masses
            // down to 1: a few times 20 · 6e-8.
            expect(Math.abs(found[i] - expected)).toBeLessThan(
              2e-5 * Math.max(1, Math.abs(expected))
            );
          });
        }
      }
    });

    it('leave out what is 0 in every event, and nothing else', async () => {
      for (const row of slopes()) {
        for (const entry of row) {
          if (entry === undefined) continue;
          expect(Math.max(...(await take(entry)).map(Math.abs))).toBeGreaterThan(1e-3);
        }
      }
    });
  }
);
