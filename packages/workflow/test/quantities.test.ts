import { checkSection, quantityNumbers } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';

/** Of the file only the place in it is asked for. */
const YAML = { where: () => 'p.yaml:2' } as unknown as Parameters<typeof checkSection>[0];

const check = (numbers: unknown) => checkSection(YAML, ['values'], numbers, quantityNumbers);

describe('numbers of quantities in settings', () => {
  it('are taken by name, of other masses too', () => {
    const numbers = { 'auxiliary.mA': 1001.34, 'perEvent.m_D2.width': 13.31 };
    expect(check(numbers)).toEqual({ config: numbers, problems: [] });
  });

  it.each([
    [{ 'auxilary.mA': 1 }, 'unknown key "values.auxilary.mA". Did you mean "auxiliary.mA"?'],
    [{ 'momenta.q1x.widht': 1 }, 'Did you mean "momenta.q1x.width"?'],
    [{ constructor: 1 }, 'unknown key "values.constructor". Expected one of auxiliary.mA, '],
    [{}, 'values is {}: expected at least one quantity with its number.'],
    [{ 'auxiliary.mA': NaN }, 'values.auxiliary.mA is NaN: expected a finite number.'],
    [{ 'auxiliary.mD': -Infinity }, 'values.auxiliary.mD is -Infinity: expected a finite number.'],
    [{ 'auxiliary.mB': '800' }, 'values.auxiliary.mB is "800": expected a finite number.'],
  ])('are refused: %j', (numbers, expected) => {
    const { problems } = check(numbers);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });
});
