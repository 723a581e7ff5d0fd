import { eventColumns } from '../columns/roles.ts';
import { columnDefinition, EVENT_SCHEMA } from '../columns/schema.ts';
import type { ColumnMap, EnergyUnit } from './column-map.ts';
import { GEV } from './column-map.ts';
import { missingColumns } from './missing-columns.ts';
import { recipesOf } from './recipes.ts';
import type { Recipe } from './recipes.ts';
import { splitReference } from './reference.ts';

/** How the columns of a file become ours. */
export interface Mapping {
  /** Our columns that come out, in the order of a file; `event` always, numbered through if the file has none. */
  readonly columnNames: readonly string[];
  /** Columns of the file that are read. */
  readonly needed: readonly string[];
  /** Columns of the file that are passed over. */
  readonly ignored: readonly string[];
  readonly recipes: readonly Recipe[];
  /** One unit of energy of the file, in GeV. */
  readonly gev: number;
}

/** What a mapping is made of. */
export interface MappingOptions {
  /** Which columns are which; those of our names if omitted. */
  readonly columns?: ColumnMap | undefined;
  /** Unit of energies, momenta and masses in the file, constants of the map included; GeV if omitted. */
  readonly unit?: EnergyUnit | undefined;
}

/**
 * Plans how the columns of a file become ours, so that only those that are needed are read.
 *
 * A column of ours that the map does not name is taken if the file has it under its own name.
 *
 * @param path Name of the file for messages.
 * @param available Columns of the file with one number per event.
 * @param options Column map and unit.
 * @param lists Columns with several numbers per event, of which a reference such as `jet_pt[0]` names one.
 * @returns The plan.
 * @throws InputError if the map names a column that is not there (exit code 1) or is not a map (exit code 2).
 */
export function planMapping(
  path: string,
  available: readonly string[],
  { columns = {}, unit = 'GeV' }: MappingOptions = {},
  lists: readonly string[] = []
): Mapping {
  const mapped = recipesOf(path, columns);
  const named = new Set(mapped.flatMap(({ names }) => names));
  const own = available.filter((name) => columnDefinition(name) !== undefined && !named.has(name));
  const recipes = [...mapped, ...own.map((name): Recipe => ({ names: [name], from: [name] }))];
  const references = new Set(recipes.flatMap(({ from }) => from));
  const needed = [...references].filter((reference) => typeof reference === 'string');
  const isThere = (reference: string): boolean => {
    const { name, index } = splitReference(reference);
    return available.includes(reference) || (index !== undefined && lists.includes(name));
  };
  const missing = needed.filter((reference) => !isThere(reference));
  if (missing.length > 0) throw missingColumns(path, missing, available, lists);
  const used = new Set(needed.flatMap((reference) => [reference, splitReference(reference).name]));
  return {
    columnNames: inOrder(new Set(['event', ...named, ...own])),
    needed,
    ignored: [...available, ...lists].filter((name) => !used.has(name)),
    recipes,
    gev: GEV[unit],
  };
}

/** The columns of a generator first, in their order, then the others in that of the schema. */
function inOrder(names: ReadonlySet<string>): string[] {
  const order = new Set([...eventColumns(true), ...EVENT_SCHEMA.map(({ name }) => name), ...names]);
  return [...order].filter((name) => names.has(name));
}
