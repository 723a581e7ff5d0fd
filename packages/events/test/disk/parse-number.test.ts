import { describe, expect, it } from 'vitest';
import { parseNumber, parseNumbers } from '../../src/disk/parse-number.ts';

describe('parseNumber', () => {
  it.each([
    ['1.5', 1.5],
    ['9.', 9],
    ['.5', 0.5],
    ['+1.3148289016e+03', 1314.8289016],
    ['-0', -0],
    ['1.5D+02', 150],
    ['-2d0', -2],
    ['5e-324', 5e-324],
  ])('reads %s', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', 'x', '1.5.2', '1,5', '0x10', '0b1', '0o7', '--1', '1e', 'D1', '1 2'])(
    'refuses %j',
    (text) => expect(parseNumber(text)).toBeNaN()
  );
});

describe('parseNumbers', () => {
  it('counts more fields than it has room for', () => {
    const out = new Float64Array(2);
    expect(parseNumbers('  1\t2  3\r', out)).toBe(3);
    expect([...out]).toEqual([1, 2]);
    expect(parseNumbers('   ', out)).toBe(0);
  });
});
