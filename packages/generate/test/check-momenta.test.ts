import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventColumns, type EventBatch } from '@deelema/events';
import { checkMomenta } from '../src/check-momenta.ts';
import { collect } from '../../../test/support/event-files.ts';
import { makeEvents } from '../../../test/support/make-events.ts';
import { errorOf } from '../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { runStage } from './support/run-stage.ts';

const NAMES = eventColumns(true);

/** Three events, numbered from 7, of particles with p = (1, 2, 2) and E = 3, in GeV: massless. */
function massless(): EventBatch {
  const values: Record<string, number> = { E: 3, px: 1, py: 2, pz: 2 };
  return makeEvents(NAMES, 3, (name, row) =>
    name === 'event' ? 7 + row : (values[name.split('_')[1]] ?? 1)
  );
}

async function check(name: string, value: number): Promise<EventBatch[]> {
  const batch = massless();
  batch.columns[name][1] = value;
  return collect(checkMomenta('x.csv', oneBatch(batch), NAMES));
}

describe('checkMomenta', () => {
  it.each([
    // 3·10⁻⁶ above |p| or below it: E² − p² = ±6·10⁻⁶ E², within the rounding of six digits.
    ['a1_E', 3 * (1 - 3e-6)],
    ['a1_E', 3 * (1 + 3e-6)],
    ['weight', -2],
    ['ptmiss_x', 0],
  ])('passes %s = %d', async (name, value) => {
    const [batch] = await check(name, value);
    expect(batch.columns[name][1]).toBe(value);
  });

  it.each([
    ['a1_E', NaN, 'a1_E is NaN, expected a finite number; leave such events out of the file.'],
    [
      'c2_pz',
      Infinity,
      'c2_pz is Infinity, expected a finite number; leave such events out of the file.',
    ],
    ['weight', NaN, 'weight is NaN, expected a finite number; leave such events out of the file.'],
    [
      'b2_E',
      -3,
      'b2 has E = -3, px = 1, py = 2, pz = 2 GeV, expected a positive energy; check which columns are E, px, py, pz and in which unit, or leave such events out of the file.',
    ],
    [
      'b1_px',
      1.1,
      'b1 has E = 3, px = 1.1, py = 2, pz = 2 GeV, expected E ≥ |p|; check which columns are E, px, py, pz and in which unit, or leave such events out of the file.',
    ],
    // E² − p² = −2·10⁻⁵ E².
    [
      'c1_E',
      2.99997,
      'c1 has E = 2.99997, px = 1, py = 2, pz = 2 GeV, expected E ≥ |p|; check which columns are E, px, py, pz and in which unit, or leave such events out of the file.',
    ],
  ])('refuses %s = %d', async (name, value, sentence) => {
    const error = await errorOf(check(name, value));
    expect(error).toMatchObject({ message: `x.csv: event 8: ${sentence}`, exitCode: 1 });
  });

  it('guards what comes from a file: energies in the place of pz are noticed', async () => {
    const base = temporaryFolder();
    const names = ['a1', 'b1', 'a2', 'b2'].flatMap((r) =>
      ['px', 'py', 'pz', 'E'].map((c) => `${r}_${c}`)
    );
    const rows = [names.join(','), names.map((_, k) => [1, 2, 3, 2][k % 4]).join(',')];
    writeFileSync(join(base, 'x.csv'), rows.join('\n'));
    const error = await errorOf(runStage({ source: 'file', path: 'x.csv' }, { base }));
    expect(error.message).toContain('x.csv: event 0: a1 has E = 2, px = 1, py = 2, pz = 3 GeV');
  });
});

async function* oneBatch(batch: EventBatch): AsyncGenerator<EventBatch> {
  yield await Promise.resolve(batch);
}
