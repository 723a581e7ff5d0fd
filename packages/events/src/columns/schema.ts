import { MASS_VARIABLE_SCHEMA } from './mass-variables.ts';
import { eventColumns, momentumColumns, VISIBLE_ROLES } from './roles.ts';

/** How a column is stored. */
export type ColumnType = 'float64' | 'uint8' | 'uint32';

/** What the name of a column stands for, in every file and format. */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  /** Undefined for pure numbers. */
  readonly unit: 'GeV' | undefined;
  readonly meaning: string;
}

/**
 * Prefix of the columns that keep the momenta of a smeared role as they were before smearing.
 *
 * @param role A visible role.
 * @returns E.g. `true_a1`, to be given to {@link momentumColumns}.
 */
export function trueRole<R extends string>(role: R): `true_${R}` {
  return `true_${role}`;
}

/** Meaning of the four-momenta, by prefix. */
const MOMENTA: Readonly<Record<string, string>> = {
  a1: 'visible particle of A → a B, branch 1, as measured',
  b1: 'visible particle of B → b C, branch 1, as measured',
  a2: 'visible particle of A → a B, branch 2, as measured',
  b2: 'visible particle of B → b C, branch 2, as measured',
  c1: 'true invisible particle, branch 1',
  c2: 'true invisible particle, branch 2',
  ...Object.fromEntries(
    VISIBLE_ROLES.map((role) => [trueRole(role), `${role} before smearing, if it is smeared`])
  ),
  k1: 'predicted invisible particle, branch 1',
  k2: 'predicted invisible particle, branch 2',
};

/** All other columns. */
const OTHERS: readonly ColumnDefinition[] = [
  column('ptmiss_x', 'missing transverse momentum'),
  column('ptmiss_y', 'missing transverse momentum'),
  pure('weight', 'float64', 'signed event weight, 1 if unweighted'),
  pure('split', 'uint8', '0 training, 1 validation, 2 test'),
  pure('background', 'uint8', '1 where the event was replaced by background'),
  pure('exchanged', 'uint8', '1 where b1 and b2 are exchanged'),
  ...['A1', 'A2', 'B1', 'B2'].map((heavy) => column(`m_${heavy}`, massMeaning(heavy))),
  pure(
    'pairing',
    'uint8',
    'pairing that the network chose: 0 as in the file, 1 with b1 and b2 exchanged'
  ),
  pure('log_density', 'float64', 'ln of the density of the event at the auxiliary masses'),
  ...MASS_VARIABLE_SCHEMA,
];

/**
 * Every column that an event file of ours may have, in the order of the documentation; version
 * `SCHEMA_VERSION` of it.
 */
export const EVENT_SCHEMA: readonly ColumnDefinition[] = [
  pure('event', 'uint32', 'number of the event in its source, from 0'),
  ...Object.entries(MOMENTA).flatMap(([role, meaning]) =>
    momentumColumns(role).map((name) => column(name, meaning))
  ),
  ...OTHERS,
];

/** Masses of other topologies: names begin with a capital, for `m_jet1` is anybody's. */
const OTHER_MASS = /^m_([A-Z]\w*[12])$/;

const BY_NAME = new Map(EVENT_SCHEMA.map((definition) => [definition.name, definition]));

/**
 * What a column name stands for.
 *
 * @param name Column name.
 * @returns Its definition; undefined if the name is not one of ours.
 */
export function columnDefinition(name: string): ColumnDefinition | undefined {
  const known = BY_NAME.get(name);
  if (known) return known;
  const [, heavy] = OTHER_MASS.exec(name) ?? [];
  return heavy === undefined ? undefined : column(name, massMeaning(heavy));
}

/** What belongs to the events themselves, whatever was done with them. */
const OF_EVENTS = new Set([
  ...eventColumns(true),
  ...VISIBLE_ROLES.map(trueRole).flatMap(momentumColumns),
  'exchanged',
  'background',
]);

/**
 * Whether a column is one of those that stages add to events, e.g. `split` or `mt2_b`.
 *
 * @param name Column name.
 */
export function isResultColumn(name: string): boolean {
  return columnDefinition(name) !== undefined && !OF_EVENTS.has(name);
}

function massMeaning(heavy: string): string {
  return `mass of ${heavy} with the predicted invisible momentum`;
}

function column(name: string, meaning: string): ColumnDefinition {
  return { name, type: 'float64', unit: 'GeV', meaning };
}

function pure(name: string, type: ColumnType, meaning: string): ColumnDefinition {
  return { name, type, unit: undefined, meaning };
}
