import { describe, expect, it } from 'vitest';
import { count, deviation, measured, number, percent, symbol } from '../src/numbers.ts';

describe('numbers', () => {
  it('shows rounded digits and keeps all of them beside', () => {
    expect(number(1001.3372, 2).source).toBe('<data value="1001.3372">1001.34</data>');
    expect(number(-0.5, 1).source).toBe('<data value="-0.5">\u22120.5</data>');
    expect(number(null, 2).source).toBe('<span title="not defined">–</span>');
  });

  it('shows deviations with their sign', () => {
    expect(percent(0.0013).source).toBe('<data value="0.0013">+0.13 %</data>');
    expect(percent(-0.02).source).toContain('>\u22122.00 %<');
    expect(percent(0).source).toContain('>0.00 %<');
  });

  it('shows two digits of an error, and as many of what it belongs to', () => {
    const text = (source: string) => source.replace(/<[^>]*>/g, '');
    const mass = { value: 1000.000634, error: 0.000052 };
    expect(text(measured(mass).source)).toBe('1000.000634 ± 0.000052');
    expect(text(deviation(mass, 1000).source)).toBe('+0.000634 (+12.2 σ)');
    expect(text(measured({ value: 792.93, error: 1.72 }).source)).toBe('792.9 ± 1.7');
    expect(text(deviation({ value: 792.93, error: 1.72 }, 800).source)).toBe(
      '\u22127.1 (\u22124.1 σ)'
    );
    expect(text(measured({ value: 1001, error: null }).source)).toBe('1001.00');
    expect(text(deviation({ value: 1001, error: null }, 1000).source)).toBe('+1.00');
    expect(text(deviation({ value: 1001, error: 1 }, null).source)).toBe('–');
  });

  it('parts thousands', () => {
    expect(count(1234567).source).toContain('>1\u202f234\u202f567<');
    expect(count(999).source).toContain('>999<');
  });

  it('sets symbols with a subscript', () => {
    expect(symbol('m', 'A1').source).toBe('<var>m</var><sub>A1</sub>');
  });
});
