import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/disk/parse-number.ts';
import { readFields } from '../../src/disk/read-fields.ts';
import { readNumber } from '../../src/disk/read-number.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../../test/support/samples.ts';

const out = new Float64Array(1);

/** Reads a text that ends with a blank, or with the line. */
function read(text: string, after = ''): number {
  const bytes = Buffer.from(text + after);
  const end = readNumber(bytes, 0, bytes.length, out, 0);
  // A call of expect for each of 10⁵ numbers would take ten seconds.
  if (end !== Buffer.byteLength(text)) expect.fail(`${text} ends at ${end}`);
  return out[0];
}

/** Reads all texts; fails unless all are read as the reference has them, bit by bit. */
function compare(texts: readonly string[], reference: (text: string) => number): void {
  expect(texts.filter((text) => !Object.is(read(text, ' '), reference(text)))).toEqual([]);
}

describe('readNumber', () => {
  // The reference is the conversion of the language, which ECMA-262 demands to be the nearest double.
  it('reads random decimals as Number does, bit by bit', () => {
    const { integer, uniform } = stream(1, 'decimals');
    const texts = Array.from({ length: 50_000 }, () => {
      const digits = Array.from({ length: 1 + integer(20) }, () => integer(10)).join('');
      const point = integer(digits.length + 1);
      const mantissa = `${digits.slice(0, point)}.${digits.slice(point)}`;
      const sign = ['', '-', '+'][integer(3)];
      // Most exponents within the fast path and around its edges, some that overflow and underflow.
      const width = uniform() < 0.8 ? 30 : 330;
      const exponent = integer(2 * width) - width;
      return `${sign}${mantissa}${['', `e${exponent}`, `E${exponent < 0 ? '' : '+'}${exponent}`][integer(3)]}`;
    });
    compare(texts, Number);
  });

  it('reads random doubles back that were written with any number of digits', () => {
    const { normal, integer } = stream(2, 'doubles');
    const doubles = Array.from({ length: 20_000 }, () => normal() * 10 ** (integer(40) - 20));
    compare(doubles.map(String), Number);
    compare(
      doubles.map((x) => x.toExponential(integer(17))),
      Number
    );
  });

  it.each(
    // 2⁵³ and its neighbours, eighteen and nineteen digits, the largest exact power and the next.
    ['9007199254740991', '9007199254740992', '9007199254740993', '999999999999999999']
      .concat(['1234567890123456789', '1e22', '1e23', '9007199254740991e22', '1e-22', '1e-23'])
      .concat([
        '4.35',
        '0.1e1',
        '-0',
        '-0.0e+00',
        '+.5',
        '5.',
        '1e0000000000001',
        '00000000000000000001',
      ])
      .concat([
        '1.7976931348623157e308',
        '1.8e308',
        '5e-324',
        '2e-324',
        '1e99999999999',
        '1e-99999999999',
      ])
  )('reads %s as Number does', (text) => expect(read(text)).toBe(Number(text)));

  it.each(
    [
      '1.5D+02',
      '-2d0',
      'nan',
      'NaN',
      '-inf',
      'Infinity',
      '0x10',
      '.',
      '-',
      '+',
      'e5',
      '.e5',
      '1e',
      '1e+',
    ].concat(['1.2.3', '1-2', '--1', '1,5', '1e5.5', '12a', 'µ', '1_000', '1e400', '1D400'])
  )('leaves %s to parseNumber', (text) => expect(read(text, '\t')).toBe(parseNumber(text)));

  it.each([GLUINO_SAMPLE, TOP_SAMPLE])('reads every number of %s as Number does', (name) => {
    const text = gunzipSync(readFileSync(sampleFile(name))).toString();
    const fields = new Set(text.split(/\s+/).filter((field) => /^[-+.\d]/.test(field)));
    expect(fields.size).toBeGreaterThan(100_000);
    compare([...fields], Number);
  });
});

describe('readFields', () => {
  const fields = (line: string, ...wanted: number[]) => {
    const values = new Float64Array(wanted.length).fill(7);
    const bytes = Buffer.from(line);
    const count = readFields(bytes, 0, bytes.length, values, Uint8Array.from(wanted));
    return [count, ...values];
  };

  it('counts more fields than it has room for', () => {
    expect(fields('  1\t2  3\r', 1, 1)).toEqual([3, 1, 2]);
    expect(fields('   ', 1)).toEqual([0, 7]);
  });

  it('leaves out what is not wanted', () => {
    expect(fields('1 x 3', 1, 0, 1)).toEqual([3, 1, 7, 3]);
  });

  it('goes no further than the end of the line', () => {
    const values = new Float64Array(2);
    expect(readFields(Buffer.from('12 34\n56'), 0, 4, values, Uint8Array.of(1, 1))).toBe(2);
    expect([...values]).toEqual([12, 3]);
  });
});
