import { describe, expect, it } from 'vitest';
import { count, stepOutline } from '@deelema/plots';

describe('stepOutline', () => {
  it('goes along the tops of bins of any width, down to zero at both ends', () => {
    expect(stepOutline([0, 1, 10], [5, 2])).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 5 },
      { x: 1, y: 2 },
      { x: 10, y: 2 },
      { x: 10, y: 0 },
    ]);
  });
});

describe('count', () => {
  it('groups digits by three and puts the noun into the plural', () => {
    expect(count(1, 'event')).toBe('1 event');
    expect(count(0, 'event')).toBe('0 events');
    expect(count(1_234_567, 'event')).toBe('1\u202f234\u202f567 events');
  });
});
