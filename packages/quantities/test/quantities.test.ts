import { QUANTITY_NAMES, quantityName } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';
import { quantitiesOf, quantityNamed } from '../src/index.ts';

describe('the quantities of a table', () => {
  it('are those that settings may name, in the same order', () => {
    const found = quantitiesOf(['A', 'B'], ['m_A1', 'm_A2', 'm_B1', 'm_B2']);
    expect(found.map(({ name }) => name)).toEqual(QUANTITY_NAMES);
    expect(new Set(found.map(({ title }) => title)).size).toBe(QUANTITY_NAMES.length);
  });

  it('of other masses may be named in settings too', () => {
    const names = quantitiesOf(['D'], ['m_D2']).map(({ name }) => name);
    expect(names.filter((name) => !quantityName.safeParse(name).success)).toEqual([]);
  });
});

describe('a quantity by its name', () => {
  it.each([...QUANTITY_NAMES, 'auxiliary.mD', 'pulls.mE.width', 'truth.mD.median'])(
    '%s',
    (name) => {
      expect(quantityNamed(name)?.name).toBe(name);
    }
  );

  it('may be of a mass that no antler has', () => {
    expect(quantityNamed('perEvent.m_D2.width')).toMatchObject({
      name: 'perEvent.m_D2.width',
      title: 'm_D2, width',
      unit: 'GeV',
    });
  });

  it.each(['auxiliary.C', 'auxiliary.mA.mean', 'perEvent.m_D2', 'momenta.q3x.width', ''])(
    'is none for "%s"',
    (name) => {
      expect(quantityNamed(name)).toBeUndefined();
    }
  );
});
