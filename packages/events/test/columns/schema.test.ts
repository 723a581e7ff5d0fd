import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  columnDefinition,
  columnType,
  columnUnit,
  EVENT_SCHEMA,
  eventColumns,
  isResultColumn,
  minimumColumns,
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

  it('knows what stages add to events', () => {
    const results = EVENT_SCHEMA.map(({ name }) => name).filter(isResultColumn);
    expect(results).toEqual(
      expect.arrayContaining(['split', 'k1_E', 'm_A1', 'mt2_b', ...minimumColumns('m2cc_ab')])
    );
    for (const name of [...eventColumns(true), 'true_a1_E', 'exchanged', 'jet_pt']) {
      expect(isResultColumn(name), name).toBe(false);
    }
  });

  it('knows masses of other decays by their names, and no others', () => {
    expect(columnDefinition('m_Chi20_1')).toMatchObject({ type: 'float64', unit: 'GeV' });
    expect([columnUnit('m_T2'), columnUnit('pairing')]).toEqual(['GeV', undefined]);
    expect([columnType('pairing'), columnType('log_density')]).toEqual(['uint8', 'float64']);
    expect(['m_T1', 'pairing', 'log_density'].every(isResultColumn)).toBe(true);
    for (const name of ['m_jet1', 'm_T3', 'm_A', 'xm_A1', 'm_1']) {
      expect(columnDefinition(name), name).toBeUndefined();
    }
  });

  it('stores the status of a variable as a small integer, and its momenta in GeV', () => {
    const [value, status, residual, ...momenta] = minimumColumns('m2cc_ab');
    expect([value, status, residual].map(columnType)).toEqual(['float64', 'uint8', 'float64']);
    expect([status, residual].map(columnUnit)).toEqual([undefined, undefined]);
    expect(momenta).toEqual(['m2cc_ab_k1', 'm2cc_ab_k2'].flatMap(momentumColumns));
    expect([value, ...momenta].every((name) => columnUnit(name) === 'GeV')).toBe(true);
  });

  it('is documented, column by column', () => {
    // Of a four-momentum, the documentation names at least the first or the last column; of the columns of a
    // variable with momenta, those of one for all.
    const others = /_(px|py|pz)$|^m2(?!cc_ab).*_(status|residual|k[12]_E)$/;
    const missing = EVENT_SCHEMA.filter(
      ({ name }) => !others.test(name) && !DOCS.includes(name)
    ).map(({ name }) => name);
    expect(missing.filter((name) => !/^true_(a2|b1)_E$/.test(name))).toEqual([]);
    expect(DOCS).toContain(`Version ${SCHEMA_VERSION}`);
  });
});
