import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  columnDefinition,
  columnType,
  columnUnit,
  EVENT_SCHEMA,
  eventColumns,
  momentumColumns,
  SCHEMA_VERSION,
  trueRole,
} from '../../src/index.ts';

const DOCS = readFileSync(new URL('../../../../docs/event-files.md', import.meta.url), 'utf8');

describe('the schema of event files', () => {
  it('names every column once, those of a generator among them', () => {
    const names = EVENT_SCHEMA.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(eventColumns(true)));
    expect(names).toEqual(expect.arrayContaining(momentumColumns(trueRole('b2'))));
  });

  it('is what decides types and units', () => {
    for (const { name, type, unit } of EVENT_SCHEMA) {
      expect([columnType(name), columnUnit(name)]).toEqual([type, unit]);
    }
    expect(columnDefinition('true_a1_E')).toMatchObject({ type: 'float64', unit: 'GeV' });
    expect(columnDefinition('jet_pt')).toBeUndefined();
    expect([columnType('jet_pt'), columnUnit('jet_pt')]).toEqual(['float64', undefined]);
  });

  it('is documented, column by column', () => {
    // Of a four-momentum, the documentation names at least the first or the last column.
    const missing = EVENT_SCHEMA.filter(
      ({ name }) => !/_(px|py|pz)$/.test(name) && !DOCS.includes(name)
    ).map(({ name }) => name);
    expect(missing.filter((name) => !/^true_(a2|b1)_E$/.test(name))).toEqual([]);
    expect(DOCS).toContain(`Version ${SCHEMA_VERSION}`);
  });
});
