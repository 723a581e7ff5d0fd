import { type ColumnMap, EVENT_SCHEMA, INVISIBLE_ROLES, VISIBLE_ROLES } from '@deelema/events';
import { ConfigError, readYaml, suggest } from '@deelema/workflow';

/** What is given by its components. */
const GROUPS: readonly string[] = [...VISIBLE_ROLES, ...INVISIBLE_ROLES, 'ptmiss'];

/** What a map may name. */
const NAMES = [...GROUPS, ...EVENT_SCHEMA.map(({ name }) => name)];

/**
 * Reads a column map from a YAML file: the map alone, or under the key `columns`, as in a dataset.
 *
 * @param path The file.
 * @returns The map.
 * @throws ConfigError that names file and line of what is no part of a map.
 */
export function readColumnMap(path: string): ColumnMap {
  const { value, where } = readYaml('', path);
  const [inside, at] = isMapping(value.columns) ? [value.columns, ['columns']] : [value, []];
  for (const [name, entry] of Object.entries(inside)) {
    const place = where([...at, name]);
    if (!NAMES.includes(name)) {
      throw new ConfigError(`${place}: unknown column "${name}".${suggest(name, NAMES)}`);
    }
    const grouped = GROUPS.includes(name);
    if (grouped ? isGroup(entry) : isReference(entry)) continue;
    const expected = grouped
      ? 'a mapping of its components to names of columns or numbers, e.g. { pt: p, eta: e, phi: f, m: 0 }'
      : 'the name of a column, or a number';
    throw new ConfigError(`${place}: ${name} is ${JSON.stringify(entry)}, expected ${expected}.`);
  }
  return inside as ColumnMap;
}

function isReference(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isGroup(value: unknown): boolean {
  return isMapping(value) && Object.values(value).every(isReference);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
