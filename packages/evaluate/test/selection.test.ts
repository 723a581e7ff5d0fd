import { describe, expect, it } from 'vitest';
import { selectRows } from '../src/selection.ts';

const columns = {
  event: new Uint32Array([4, 9, 10, 12, 20]),
  split: new Uint8Array([0, 1, 2, 2, 0]),
  exchanged: new Uint8Array([0, 1, 1, 0, 1]),
  weight: new Float64Array([1, 1, -1, 1, 1]),
};

describe('selectRows', () => {
  it.each([
    ['train', [0, 4], [0], [4]],
    ['validation', [1], [], [1]],
    ['test', [2, 3], [3], [2]],
    ['all', [0, 1, 2, 3, 4], [0, 3], [1, 2, 4]],
  ] as const)('takes the rows of %s', (split, all, unexchanged, exchanged) => {
    const rows = selectRows({ length: 5, columns }, split);
    expect([...rows.all]).toEqual(all);
    expect([...rows.unexchanged]).toEqual(unexchanged);
    expect([...rows.exchanged]).toEqual(exchanged);
  });

  it('refuses a weight that is not finite, unless its event is not selected', () => {
    const weight = new Float64Array([1, NaN, 1, 1, 1]);
    const batch = { length: 5, columns: { ...columns, weight } };
    expect(() => selectRows(batch, 'validation')).toThrow(
      'Event 9 has weight NaN, expected a finite'
    );
    expect([...selectRows(batch, 'test').all]).toEqual([2, 3]);
  });
});
