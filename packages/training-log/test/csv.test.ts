import { describe, expect, it } from 'vitest';
import { scalarsCsv } from '../src/csv.ts';

describe('scalarsCsv', () => {
  it('has a column for each tag in the order of first appearance, and empty cells', () => {
    const rows = [
      { step: 0, values: { loss: 0.25 } },
      { step: 100, values: { m_A: 912.5, loss: 0.125 } },
      { step: 200, values: { m_A: 913 } },
    ];
    expect(scalarsCsv(rows)).toBe('step,loss,m_A\n0,0.25,\n100,0.125,912.5\n200,,913\n');
  });

  it('gives back every bit of a double', () => {
    const values = [0.1 + 0.2, 1e-310, -1.7976931348623157e308, 2 ** -1074, 1e21];
    const csv = scalarsCsv(values.map((x, step) => ({ step, values: { x } })));
    const read = csv.trim().split('\n').slice(1);
    expect(read.map((line) => Number(line.split(',')[1]))).toEqual(values);
  });

  it('writes what is not finite as numpy and pandas read it', () => {
    const values = { a: NaN, b: Infinity, c: -Infinity };
    expect(scalarsCsv([{ step: 1, values }])).toBe('step,a,b,c\n1,NaN,Infinity,-Infinity\n');
  });

  it('quotes a tag that holds a comma or a quotation mark (RFC 4180, section 2)', () => {
    const values = { 'loss, "total"': 1 };
    expect(scalarsCsv([{ step: 1, values }])).toBe('step,"loss, ""total"""\n1,1\n');
  });

  it('of no rows is the header', () => {
    expect(scalarsCsv([])).toBe('step\n');
  });

  it.each([
    [[-1], 'row 0 has step -1, expected a whole number from 0'],
    [[0.5], 'row 0 has step 0.5, expected a whole number from 0'],
    [[NaN], 'row 0 has step NaN, expected a whole number from 0'],
    [[3, 7, 5], 'row 2 has step 5, expected a whole number from 7'],
  ])('refuses the steps %j', (steps, sentence) => {
    const rows = steps.map((step) => ({ step, values: {} }));
    expect(() => scalarsCsv(rows)).toThrow(RangeError);
    expect(() => scalarsCsv(rows)).toThrow(sentence);
  });
});
