import type { Subsystem } from './antler-events.ts';
import { branchTransverseMass } from './branch-transverse-mass.ts';
import { m2cConsColumns, m2ConsColumns } from './m2-cons-columns.ts';
import { m2ccColumns } from './m2cc-columns.ts';
import { m2xcColumns } from './m2xc-columns.ts';
import { mt2Columns } from './mt2-columns.ts';
import type { MinimumVariable, TrialMasses, ValueVariable, Variable } from './variable.ts';

const TABLE = {
  mt2_a: {
    meaning: 'M_T2 (a)',
    needs: ['mB'],
    momenta: false,
    compute(events, { mB }, out) {
      mt2Columns('a', events, required(mB, 'mB', 'M_T2 (a)'), out);
    },
  },
  mt2_b: stransverse('b', 'M_T2 (b)'),
  mt2_ab: stransverse('ab', 'M_T2 (ab)'),
  m2cc_b: constrained('b', 'M_2CC (b)', m2ccColumns),
  m2cc_ab: constrained('ab', 'M_2CC (ab)', m2ccColumns),
  m2xc_b: constrained('b', 'M_2XC (b)', m2xcColumns),
  m2xc_ab: constrained('ab', 'M_2XC (ab)', m2xcColumns),
  m2cons_b: resonant('b', 'M_2Cons (b)', m2ConsColumns),
  m2cons_ab: resonant('ab', 'M_2Cons (ab)', m2ConsColumns),
  m2ccons_b: resonant('b', 'M_2CCons (b)', m2cConsColumns),
  m2ccons_ab: resonant('ab', 'M_2CCons (ab)', m2cConsColumns),
  mt_b_1: transverse('b', 1),
  mt_b_2: transverse('b', 2),
  mt_ab_1: transverse('ab', 1),
  mt_ab_2: transverse('ab', 2),
} satisfies Readonly<Record<string, Variable>>;

/** The name of a mass variable. */
export type VariableName = keyof typeof TABLE;

/**
 * The mass variables of an antler by name, in the order of tables: what the names mean, what they need,
 * and how n events of them are taken.
 */
export const VARIABLES: Readonly<Record<VariableName, Variable>> = TABLE;

/** The names of {@link VARIABLES}. */
export const VARIABLE_NAMES = Object.keys(TABLE) as VariableName[];

function stransverse(subsystem: Subsystem, meaning: string): ValueVariable {
  return {
    meaning,
    needs: ['mC'],
    momenta: false,
    compute: (events, { mC }, out) => mt2Columns(subsystem, events, mC, out),
  };
}

function constrained(
  subsystem: Subsystem,
  meaning: string,
  columns: typeof m2ccColumns
): MinimumVariable {
  return {
    meaning,
    needs: ['mC'],
    momenta: true,
    compute: (events, { mC }, out) => columns(subsystem, events, mC, out),
  };
}

function resonant(
  subsystem: Subsystem,
  meaning: string,
  columns: typeof m2ConsColumns
): MinimumVariable {
  return {
    meaning,
    needs: ['mC', 'mY'],
    momenta: true,
    compute(events, masses, out) {
      const { mY, pzY } = masses;
      const mass = required(mY, 'mY', meaning);
      columns(subsystem, events, masses.mC, pzY === undefined ? { mass } : { mass, pz: pzY }, out);
    },
  };
}

function transverse(subsystem: 'b' | 'ab', branch: 1 | 2): ValueVariable {
  const visible = subsystem === 'b' ? `b${branch}` : `a${branch} + b${branch}`;
  return {
    meaning: `m_T of ${visible} and pTmiss`,
    needs: ['mC'],
    momenta: false,
    compute: (events, masses, out) =>
      branchTransverseMass(subsystem, branch, events, ofBranch(masses, branch), out),
  };
}

function ofBranch({ mC }: TrialMasses, branch: 1 | 2): number {
  return typeof mC === 'number' ? mC : mC[branch - 1];
}

function required<Mass>(mass: Mass | undefined, key: keyof TrialMasses, meaning: string): Mass {
  if (mass !== undefined) return mass;
  throw new RangeError(`${meaning} needs ${key}, which is missing; give it beside mC.`);
}
