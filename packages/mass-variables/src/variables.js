import { branchTransverseMass } from "./branch-transverse-mass.js";
import { m2cConsColumns, m2ConsColumns } from "./m2-cons-columns.js";
import { m2ccColumns } from "./m2cc-columns.js";
import { m2xcColumns } from "./m2xc-columns.js";
import { mt2Columns } from "./mt2-columns.js";
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
};
/**
 * The mass variables of an antler by name, in the order of tables: what the names mean, what they need,
 * and how n events of them are taken.
 */
export const VARIABLES = TABLE;
/** The names of {@link VARIABLES}. */
export const VARIABLE_NAMES = Object.keys(TABLE);
function stransverse(subsystem, meaning) {
    return {
        meaning,
        needs: ['mC'],
        momenta: false,
        compute: (events, { mC }, out) => mt2Columns(subsystem, events, mC, out),
    };
}
function constrained(subsystem, meaning, columns) {
    return {
        meaning,
        needs: ['mC'],
        momenta: true,
        compute: (events, { mC }, out) => columns(subsystem, events, mC, out),
    };
}
function resonant(subsystem, meaning, columns) {
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
function transverse(subsystem, branch) {
    const visible = subsystem === 'b' ? `b${branch}` : `a${branch} + b${branch}`;
    return {
        meaning: `m_T of ${visible} and pTmiss`,
        needs: ['mC'],
        momenta: false,
        compute: (events, masses, out) => branchTransverseMass(subsystem, branch, events, ofBranch(masses, branch), out),
    };
}
function ofBranch({ mC }, branch) {
    return typeof mC === 'number' ? mC : mC[branch - 1];
}
function required(mass, key, meaning) {
    if (mass !== undefined)
        return mass;
    throw new RangeError(`${meaning} needs ${key}, which is missing; give it beside mC.`);
}
