import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/data/csv.ts';

const fields = (value: string | number | null) => toCsv([{ a: value }]).split('\r\n')[1];

describe('toCsv', () => {
  it('has a column for each name, in the order in which they first occur', () => {
    const csv = toCsv([
      { panel: 'one', low: 0, high: 1 },
      { panel: 'two', mass: 800 },
    ]);
    expect(csv).toBe('panel,low,high,mass\r\none,0,1,\r\ntwo,,,800\r\n');
  });

  it('quotes commas, quotation marks and line breaks, see RFC 4180, section 2', () => {
    expect(fields('a, b')).toBe('"a, b"');
    expect(fields('a "b"')).toBe('"a ""b"""');
    expect(toCsv([{ a: 'x\ny' }])).toBe('a\r\n"x\ny"\r\n');
  });

  it.each(['=1+1', '+a', '-cmd', '@SUM(A1)', '\tx', '\r=x'])(
    'makes a spreadsheet take %j for text',
    (text) => {
      expect(toCsv([{ a: text }])).toBe(`a\r\n"'${text}"\r\n`);
    }
  );

  it('leaves numbers alone, also those that are written as text', () => {
    expect(fields(-1.5)).toBe('-1.5');
    expect(fields('-1.5')).toBe('-1.5');
    expect(fields('+2e3')).toBe('+2e3');
  });

  it('keeps ten digits, and leaves what is no number empty', () => {
    expect(fields(Math.PI * 1e6)).toBe('3141592.654');
    expect(fields(0.1 + 0.2)).toBe('0.3');
    expect([NaN, Infinity, null].map(fields)).toEqual(['', '', '']);
  });

  it('writes labels without their markup', () => {
    expect(fields('*M*_{T2}^{(b)} [GeV]')).toBe('M_T2(b) [GeV]');
    expect(fields('10^{3} events')).toBe('10^3 events');
  });
});
