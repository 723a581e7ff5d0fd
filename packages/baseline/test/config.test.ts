import { columnDefinition, columnType, columnUnit } from '@deelema/events';
import { VARIABLE_NAMES, VARIABLES } from '@deelema/mass-variables';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { config } from '../src/config.mjs';
import { NAMES, NEEDS } from '../src/settings/variables.mjs';
import { columnsOf } from '../src/variable-columns.ts';

describe('the configuration of baseline', () => {
  it.each([
    {},
    { mC: -1 },
    { mC: '700' },
    { mC: Infinity },
    { mC: NaN },
    { mC: [0, -1] },
    { mC: [1, 2, 3] },
    { mC: 700, mA: 1000 },
    { mC: 700, variables: [] },
    { mC: 700, variables: ['mt2_c'] },
    { mC: 700, variables: ['mt2_b', 'mt2_b'] },
    { mC: 700, visibleMasses: { c: 0 } },
    { mC: 700, visibleMasses: { a: -4.7 } },
  ])('refuses %j', (section) => {
    expect(config.safeParse(section).success).toBe(false);
  });

  it('takes any trial mass from 0 on, and one for each branch', () => {
    expect(config.parse({ mC: 0 })).toEqual({
      mC: 0,
      variables: ['mt2_b', 'mt2_ab', 'm2cc_b', 'm2cc_ab'],
    });
    expect(config.parse({ mC: [0, 80.4] }).mC).toEqual([0, 80.4]);
  });

  it.each(Object.entries(NEEDS))('asks for what %s needs, %s', (name, key) => {
    const { error } = config.safeParse({ mC: 0, variables: [name] });
    expect(error?.issues[0]).toMatchObject({
      path: [key],
      message: `expected a mass in GeV, ${name} needs it`,
    });
    expect(config.safeParse({ mC: 0, [key]: 1000, variables: [name] }).success).toBe(true);
  });

  it('makes a JSON schema for editors', () => {
    const schema = z.toJSONSchema(config, { io: 'input' });
    expect(schema.required).toEqual(['mC']);
  });
});

describe('the names of the variables', () => {
  it('are those of the registry, with the same needs', () => {
    expect([...NAMES].sort()).toEqual([...VARIABLE_NAMES].sort());
    for (const name of VARIABLE_NAMES) {
      const needs = VARIABLES[name].needs.filter((key) => key !== 'mC');
      expect(needs, name).toEqual(name in NEEDS ? [NEEDS[name]] : []);
    }
  });

  it('are columns of event files', () => {
    for (const name of VARIABLE_NAMES) {
      for (const column of columnsOf(name)) expect(columnDefinition(column), column).toBeDefined();
      expect([columnType(name), columnUnit(name)]).toEqual(['float64', 'GeV']);
    }
  });
});
