import type { AntlerEvents, Subsystem } from './antler-events.ts';
import { branchTransverseMass } from './branch-transverse-mass.ts';
import { m2cConsColumns, m2ConsColumns } from './m2-cons-columns.ts';
import { m2ccColumns } from './m2cc-columns.ts';
import { m2cxColumns } from './m2cx-columns.ts';
import { m2xcColumns } from './m2xc-columns.ts';
import { m2xxColumns } from './m2xx-columns.ts';
import { mabColumns } from './mab-columns.ts';
import { mt2Columns } from './mt2-columns.ts';
import { visibleMass } from './visible-mass.ts';
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
  m2cx_b: constrained('b', 'M_2CX (b)', m2cxColumns),
  m2cx_ab: constrained('ab', 'M_2CX (ab)', m2cxColumns),
  m2xx_b: constrained('b', 'M_2XX (b)', m2xxColumns),
  m2xx_ab: constrained('ab', 'M_2XX (ab)', m2xxColumns),
  m2cons_b: resonant('b', 'M_2Cons (b)', m2ConsColumns),
  m2cons_ab: resonant('ab', 'M_2Cons (ab)', m2ConsColumns),
  m2ccons_b: resonant('b', 'M_2CCons (b)', m2cConsColumns),
  m2ccons_ab: resonant('ab', 'M_2CCons (ab)', m2cConsColumns),
  mab_1: visible(1),
  mab_2: visible(2),
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

function visible(branch: 1 | 2): ValueVariable {
  return {
    meaning: `m of a${branch} + b${branch}`,
    needs: [],
    momenta: false,
    compute(events, _, out) {
      mabColumns(branch, events, out);
      for (let i = 0; i < out.length; ++i) out[i] = checkedMass(out[i], events, branch, i);
    },
  };
}

/** A pair that is spacelike by rounding has no mass; one that is so by more, or endless, is none. */
function checkedMass(mass: number, events: AntlerEvents, branch: 1 | 2, i: number): number {
  if (mass >= 0) return mass < Infinity ? mass : NaN;
  const a = events[`a${branch}`];
  const b = events[`b${branch}`];
  const [px, py, pz] = [a.px[i] + b.px[i], a.py[i] + b.py[i], a.pz[i] + b.pz[i]];
  return visibleMass(a.e[i] + b.e[i], px, py, pz);
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
