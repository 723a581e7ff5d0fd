import { INPUT_COLUMNS } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { ROW_LENGTH, toRows } from '../src/data/rows.ts';
import { toyEvents } from './support.ts';

describe('toRows', () => {
  const events = toyEvents(5);

  it('has the order a1, a2, b1, b2, pTmiss', () => {
    expect(INPUT_COLUMNS.filter((_, j) => j % 4 === 0)).toEqual([
      'a1_E',
      'a2_E',
      'b1_E',
      'b2_E',
      'ptmiss_x',
    ]);
    expect(ROW_LENGTH).toBe(18);
  });

  it('divides in double precision and rounds once to float32', () => {
    const rows = toRows(events, 1000);
    expect(rows).toHaveLength(5 * 18);
    for (let i = 0; i < 5; ++i) {
      INPUT_COLUMNS.forEach((name, j) => {
        expect(rows[i * 18 + j], name).toBe(Math.fround(events.columns[name][i] / 1000));
      });
    }
  });

  it('takes the selected events in the given order', () => {
    const rows = toRows(events, 100, [4, 0]);
    expect(rows).toHaveLength(2 * 18);
    expect(rows[0]).toBe(Math.fround(events.columns.a1_E[4] / 100));
    expect(rows[18]).toBe(Math.fround(events.columns.a1_E[0] / 100));
  });
});
