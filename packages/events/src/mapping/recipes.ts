import { momentumColumns, INVISIBLE_ROLES, VISIBLE_ROLES } from '../columns/roles.ts';
import { columnDefinition } from '../columns/schema.ts';
import { InputError } from '../errors.ts';
import type { ColumnMap, ColumnReference, MomentumMap, TransverseMap } from './column-map.ts';
import { cartesian, transverse, withEnergy } from './coordinates.ts';
import type { Components } from './coordinates.ts';

/** How some of our columns are made of columns of a file. */
export interface Recipe {
  /** Our columns, in the order in which `make` gives them. */
  readonly names: readonly string[];
  /** What `make` takes, in this order. */
  readonly from: readonly ColumnReference[];
  /** Undefined if the columns are taken as they are. */
  readonly make?: (components: Components) => Components;
}

/**
 * The recipes that a column map stands for.
 *
 * @param path Name of the file for messages.
 * @param map The column map.
 * @returns One recipe for each entry; a later one takes the place of an earlier one that gives the same column.
 * @throws InputError with exit code 2 if an entry is neither of the known forms.
 */
export function recipesOf(path: string, map: ColumnMap): Recipe[] {
  const grouped: Recipe[] = [];
  const single: Recipe[] = [];
  for (const [name, entry] of Object.entries(map)) {
    if (entry === undefined) continue;
    if (typeof entry === 'object') grouped.push(groupRecipe(path, name, entry));
    else single.push(singleRecipe(path, name, entry));
  }
  return [...grouped, ...single];
}

function singleRecipe(path: string, name: string, entry: ColumnReference): Recipe {
  if (columnDefinition(name) !== undefined) return { names: [name], from: [entry] };
  throw new InputError(
    `${path}: the column map names ${name}, which is no column of an event file; expected a role (a1, b1, a2, b2, c1, c2) with its components, ptmiss, or a column such as a1_E or weight.`,
    { exitCode: 2 }
  );
}

function groupRecipe(path: string, name: string, entry: MomentumMap | TransverseMap): Recipe {
  if (name === 'ptmiss') return missingRecipe(path, entry);
  if ([...VISIBLE_ROLES, ...INVISIBLE_ROLES].some((role) => role === name)) {
    return momentumRecipe(path, name, entry);
  }
  const expected =
    'expected the name of a column for it, or a role (a1, b1, a2, b2, c1, c2) or ptmiss';
  throw new InputError(`${path}: the column map gives components of ${name}; ${expected}.`, {
    exitCode: 2,
  });
}

function momentumRecipe(path: string, role: string, entry: MomentumMap): Recipe {
  const names = momentumColumns(role);
  const from = present(entry);
  switch (Object.keys(entry).filter(isGiven(entry)).sort().join(' ')) {
    case 'E px py pz':
      return { names, from: from('E', 'px', 'py', 'pz') };
    case 'm px py pz':
      return { names, from: from('px', 'py', 'pz', 'm'), make: withEnergy };
    case 'E eta phi pt':
      return {
        names,
        from: from('E', 'pt', 'eta', 'phi'),
        make: ([e, ...rest]) => [e, ...cartesian(rest)],
      };
    case 'eta m phi pt':
      return {
        names,
        from: from('pt', 'eta', 'phi', 'm'),
        make: ([pt, eta, phi, m]) => withEnergy([...cartesian([pt, eta, phi]), m]),
      };
    default:
      throw wrongComponents(path, role, entry, 'px py pz or pt eta phi, and one of E and m');
  }
}

function missingRecipe(path: string, entry: TransverseMap): Recipe {
  const names = ['ptmiss_x', 'ptmiss_y'];
  const from = present(entry);
  switch (Object.keys(entry).filter(isGiven(entry)).sort().join(' ')) {
    case 'x y':
      return { names, from: from('x', 'y') };
    case 'phi pt':
      return { names, from: from('pt', 'phi'), make: transverse };
    default:
      throw wrongComponents(path, 'ptmiss', entry, 'x y or pt phi');
  }
}

function isGiven(entry: object): (key: string) => boolean {
  return (key) => Object.entries(entry).some(([k, value]) => k === key && value !== undefined);
}

function present(entry: object): (...keys: string[]) => ColumnReference[] {
  const values = entry as Readonly<Record<string, ColumnReference>>;
  return (...keys) => keys.map((key) => values[key]);
}

function wrongComponents(path: string, name: string, entry: object, expected: string): InputError {
  const received = Object.keys(entry).join(' ') || 'nothing';
  return new InputError(
    `${path}: the column map gives ${received} of ${name}, expected ${expected}.`,
    {
      exitCode: 2,
    }
  );
}
