import { type ColumnMap, EVENT_SCHEMA, INVISIBLE_ROLES, VISIBLE_ROLES } from '@deelema/events';
import { ConfigError, readYaml, suggest } from '@deelema/workflow';

/** What a map may name. */
const NAMES = [
  ...VISIBLE_ROLES,
  ...INVISIBLE_ROLES,
  'ptmiss',
  ...EVENT_SCHEMA.map(({ name }) => name),
];

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
    if (!isReference(entry) && !(isMapping(entry) && Object.values(entry).every(isReference))) {
      throw new ConfigError(
        `${place}: ${name} is ${JSON.stringify(entry)}, expected the name of a column, a number, or a mapping of components to them.`
      );
    }
  }
  return inside as ColumnMap;
}

function isReference(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
