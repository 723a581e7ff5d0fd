import { describe, expect, it } from 'vitest';
import { byPairing, selectRows, wrongPairing } from '../src/selection.ts';

const columns = {
  event: new Uint32Array([4, 9, 10, 12, 20]),
  split: new Uint8Array([0, 1, 2, 2, 0]),
  exchanged: new Uint8Array([0, 1, 1, 0, 1]),
  weight: new Float64Array([1, 1, -1, 1, 1]),
};

describe('selectRows', () => {
  it.each([
    ['train', [0, 4]],
    ['validation', [1]],
    ['test', [2, 3]],
    ['all', [0, 1, 2, 3, 4]],
  ] as const)('takes the rows of %s', (split, rows) => {
    expect([...selectRows({ length: 5, columns }, split)]).toEqual(rows);
  });

  it('refuses a weight that is not finite, unless its event is not selected', () => {
    const weight = new Float64Array([1, NaN, 1, 1, 1]);
    const batch = { length: 5, columns: { ...columns, weight } };
    expect(() => selectRows(batch, 'validation')).toThrow(
      'Event 9 has weight NaN, expected a finite'
    );
    expect([...selectRows(batch, 'test')]).toEqual([2, 3]);
  });
});

describe('wrongPairing', () => {
  it('is where events were exchanged, if nobody chose', () => {
    expect([...wrongPairing(columns.exchanged)]).toEqual([0, 1, 1, 0, 1]);
  });

  it('is where the choice and the exchange do not cancel', () => {
    // Right: kept and not exchanged, or exchanged back. A pairing of any other number is another one, too.
    const chosen = new Uint8Array([0, 1, 0, 1, 3]);
    expect([...wrongPairing(columns.exchanged, chosen)]).toEqual([0, 0, 1, 1, 0]);
  });
});

describe('byPairing', () => {
  it('parts the given rows', () => {
    const { right, wrong } = byPairing(new Uint32Array([0, 2, 4]), columns.exchanged);
    expect([...right]).toEqual([0]);
    expect([...wrong]).toEqual([2, 4]);
  });
});
