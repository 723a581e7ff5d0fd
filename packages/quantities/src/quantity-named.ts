import type { MassColumn } from '@deelema/records';
import { quantitiesOf, type QuantityDefinition } from './quantities.ts';

/** The mass of a quantity's name, e.g. `D` of `auxiliary.mD`. */
const MASS = /^[a-z]+\.m([A-Z]\w*)/;

/** Its mass of single events, e.g. `m_D2` of `perEvent.m_D2.width`. */
const COLUMN = /^perEvent\.(m_\w+)\./;

/**
 * The quantity of a name, also of a mass that no antler has.
 *
 * @param name E.g. `perEvent.m_D2.width`.
 * @returns Undefined if no quantity is so called.
 */
export function quantityNamed(name: string): QuantityDefinition | undefined {
  const [, mass] = MASS.exec(name) ?? [];
  const [, column] = COLUMN.exec(name) ?? [];
  const candidates = quantitiesOf(
    mass === undefined ? [] : [mass],
    column === undefined ? [] : [column as MassColumn['column']]
  );
  return candidates.find((candidate) => candidate.name === name);
}
