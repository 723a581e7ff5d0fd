import { expect, it } from 'vitest';
import { withSymbols } from '../src/symbols.ts';

it('sets symbols and escapes the rest', () => {
  expect(withSymbols('M_T2(ab) < m̃_A, τ_B').source).toBe(
    '<var>M</var><sub>T2</sub>(ab) &lt; <var>m̃</var><sub>A</sub>, <var>τ</var><sub>B</sub>'
  );
});

it.each(['gluino_antler.lhe', 'm_A.lhe', 'm_A_1000', 'a.b_c', 'x_', '_A', 'auxiliary_mA'])(
  'leaves names of files and settings alone: %s',
  (name) => {
    expect(withSymbols(name).source).toBe(name);
  }
);

it('sets a symbol before a full stop', () => {
  expect(withSymbols('… by M_2CC.').source).toBe('… by <var>M</var><sub>2CC</sub>.');
});
