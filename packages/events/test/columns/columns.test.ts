import { describe, expect, it } from 'vitest';
import {
  columnType,
  columnUnit,
  float64Column,
  fourMomenta,
  InputError,
  INVISIBLE_ROLES,
  momentumColumns,
  VISIBLE_ROLES,
} from '../../src/index.ts';

describe('roles', () => {
  it('are in the order of the network inputs of PRR 5, 043186', () => {
    expect(VISIBLE_ROLES).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(INVISIBLE_ROLES).toEqual(['c1', 'c2']);
  });

  it('name four columns each, E first', () => {
    expect(momentumColumns('k1')).toEqual(['k1_E', 'k1_px', 'k1_py', 'k1_pz']);
  });
});

describe('columnType and columnUnit', () => {
  it.each([
    ['event', 'uint32', undefined],
    ['split', 'uint8', undefined],
    ['exchanged', 'uint8', undefined],
    ['weight', 'float64', undefined],
    ['a1_E', 'float64', 'GeV'],
    ['mt2_ab', 'float64', 'GeV'],
  ])('%s is %s, unit %s', (name, type, unit) => {
    expect(columnType(name)).toBe(type);
    expect(columnUnit(name)).toBe(unit);
  });
});

describe('fourMomenta', () => {
  const e = Float64Array.of(5);
  const px = Float64Array.of(3);
  const columns = { a1_E: e, a1_px: px, a1_py: e, a1_pz: px, event: Uint32Array.of(0) };
  const batch = { length: 1, columns };

  it('views the columns without a copy', () => {
    const a1 = fourMomenta(batch, 'a1');
    expect(a1.e).toBe(e);
    expect(a1.px).toBe(px);
    expect(a1.py).toBe(e);
    expect(a1.pz).toBe(px);
  });

  it('names the missing column and those that are there', () => {
    expect(() => fourMomenta(batch, 'b1')).toThrow(InputError);
    expect(() => fourMomenta(batch, 'b1')).toThrow(
      'Column b1_E is missing; the events have a1_E, a1_px, a1_py, a1_pz, event.'
    );
    expect(() => float64Column({ length: 0, columns: {} }, 'b1_E')).toThrow('have no columns.');
  });

  it('refuses a column of integers', () => {
    expect(() => float64Column(batch, 'event')).toThrow(
      'Column event holds Uint32Array values, expected Float64Array.'
    );
  });
});
