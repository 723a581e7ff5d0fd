import { describe, expect, it } from 'vitest';
import { toJson } from '../src/to-json.ts';

describe('toJson', () => {
  it('writes arrays of numbers on one line and everything else indented', () => {
    const value = { counts: [1, -2.5, null, 1e-30], names: ['a'], empty: [], nested: [[1, 2]] };
    expect(toJson(value)).toBe(
      '{\n  "counts": [1, -2.5, null, 1e-30],\n  "names": [\n    "a"\n  ],\n' +
        '  "empty": [],\n  "nested": [\n    [1, 2]\n  ]\n}\n'
    );
  });

  it('changes no value, not even a text that looks like numbers', () => {
    const value = { text: '[\n  1,\n  2\n]', list: ['[\n1\n]'], numbers: [0.1, 1e21] };
    expect(JSON.parse(toJson(value))).toEqual(value);
  });
});
