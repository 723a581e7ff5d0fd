import {
  type ColumnMap,
  EVENT_SCHEMA,
  INVISIBLE_ROLES,
  isResultColumn,
  VISIBLE_ROLES,
} from '@deelema/events';
import { ConfigError, readYaml, suggest } from '@deelema/workflow';

/** What is given by its components, and by which. */
const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [...VISIBLE_ROLES, ...INVISIBLE_ROLES].map((role) => [
      role,
      ['E', 'm', 'px', 'py', 'pz', 'pt', 'eta', 'phi'],
    ])
  ),
  ptmiss: ['x', 'y', 'pt', 'phi'],
};

/** What a map may name. */
const KNOWN = [...Object.keys(COMPONENTS), ...EVENT_SCHEMA.map(({ name }) => name)];

/** What it is asked for: results of stages are the exception. */
const NAMES = KNOWN.filter((name) => !isResultColumn(name));

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
    if (!KNOWN.includes(name)) {
      throw new ConfigError(`${place}: unknown column "${name}".${suggest(name, NAMES)}`);
    }
    const components = COMPONENTS[name];
    if (components && isGroup(entry)) {
      checkComponents(entry, components, (key) => [where([...at, name, key]), `${name}.${key}`]);
      continue;
    }
    if (!components && isReference(entry)) continue;
    const received = typeof entry === 'number' ? String(entry) : JSON.stringify(entry);
    const expected = components
      ? 'a mapping of its components to names of columns or numbers, e.g. { pt: p, eta: e, phi: f, m: 0 }'
      : 'the name of a column, or a number';
    throw new ConfigError(`${place}: ${name} is ${received}, expected ${expected}.`);
  }
  return inside as ColumnMap;
}

function checkComponents(
  entry: Record<string, unknown>,
  known: readonly string[],
  named: (key: string) => [place: string, name: string]
): void {
  const wrong = Object.keys(entry).find((key) => !known.includes(key));
  if (wrong === undefined) return;
  const [place, name] = named(wrong);
  throw new ConfigError(`${place}: unknown component "${name}".${suggest(wrong, known)}`);
}

function isReference(value: unknown): boolean {
  return typeof value === 'string' ? value !== '' : Number.isFinite(value);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return isMapping(value) && Object.values(value).every(isReference);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
