import { momentumColumns } from './roles.ts';
import type { ColumnDefinition } from './schema.ts';

/** Mass variables that are one number for each event. */
const VALUES: Readonly<Record<string, string>> = {
  mt2_a: 'M_T2 of the subsystem (a)',
  mt2_b: 'M_T2 of the subsystem (b)',
  mt2_ab: 'M_T2 of the subsystem (ab)',
  mab_1: 'mass of a and b, branch 1',
  mab_2: 'mass of a and b, branch 2',
  mt_b_1: 'transverse mass of b and all of pTmiss, branch 1',
  mt_b_2: 'transverse mass of b and all of pTmiss, branch 2',
  mt_ab_1: 'transverse mass of a + b and all of pTmiss, branch 1',
  mt_ab_2: 'transverse mass of a + b and all of pTmiss, branch 2',
};

/** Mass variables that come with the invisible momenta of their minimum. */
const MINIMA: Readonly<Record<string, string>> = {
  m2cc_b: 'M_2CC of the subsystem (b)',
  m2cc_ab: 'M_2CC of the subsystem (ab)',
  m2xc_b: 'M_2XC of the subsystem (b)',
  m2xc_ab: 'M_2XC of the subsystem (ab)',
  m2cx_b: 'M_2CX of the subsystem (b)',
  m2cx_ab: 'M_2CX of the subsystem (ab)',
  m2xx_b: 'M_2XX of the subsystem (b)',
  m2xx_ab: 'M_2XX of the subsystem (ab)',
  m2cons_b: 'M_2Cons of the subsystem (b)',
  m2cons_ab: 'M_2Cons of the subsystem (ab)',
  m2ccons_b: 'M_2CCons of the subsystem (b)',
  m2ccons_ab: 'M_2CCons of the subsystem (ab)',
};

/**
 * Columns of a variable with momenta, its own value first.
 *
 * @param name The variable, e.g. `m2cc_ab`.
 * @returns `m2cc_ab`, `m2cc_ab_status`, `m2cc_ab_residual`, `m2cc_ab_k1_E`, …, `m2cc_ab_k2_pz`.
 */
export function minimumColumns(name: string): string[] {
  const momenta = [`${name}_k1`, `${name}_k2`].flatMap(momentumColumns);
  return [name, `${name}_status`, `${name}_residual`, ...momenta];
}

/** The columns that `baseline` adds, in the order of the documentation. */
export const MASS_VARIABLE_SCHEMA: readonly ColumnDefinition[] = [
  ...Object.entries(VALUES).map(([name, meaning]) => gev(name, meaning)),
  ...Object.entries(MINIMA).flatMap(([name, meaning]) => minimumDefinitions(name, meaning)),
];

function minimumDefinitions(name: string, meaning: string): ColumnDefinition[] {
  const [value, status, residual, ...momenta] = minimumColumns(name);
  const pure = { unit: undefined } as const;
  return [
    gev(value, meaning),
    {
      ...pure,
      name: status,
      type: 'uint8',
      meaning: `what became of ${name}: 0 and 1 have a value`,
    },
    { ...pure, name: residual, type: 'float64', meaning: `violation of the conditions of ${name}` },
    ...momenta.map((column) => gev(column, `invisible particle at the minimum of ${name}`)),
  ];
}

function gev(name: string, meaning: string): ColumnDefinition {
  return { name, type: 'float64', unit: 'GeV', meaning };
}
