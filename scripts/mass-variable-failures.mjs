// @ts-check
/**
 * Counts what becomes of many events of many kinds in M_2CC, M_2XC and M_T2:
 *
 *     node scripts/mass-variable-failures.mjs [--events 1000000] [--kind NAME] [--seed 1] [--json FILE] [--keep FOLDER]
 *
 * Run it after `npm run build`. For each kind and variable it prints how many events have each status,
 * the largest residual, the largest relative excess over the true mass where nothing is smeared,
 * exchanged or supposed wrongly, and a rate on this machine. A million events of one kind take about
 * half a minute. With `--keep`, events that stay unresolved or whose momenta violate a condition by more than
 * 1e-8 of the event's size are written as a table for each kind.
 */
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  emptyMinima,
  m2ccColumns,
  m2xcColumns,
  mt2Columns,
  STATUS_NAMES,
} from '@deelema/mass-variables';
import { antlers, KINDS } from '../packages/mass-variables/test/evidence/support/antlers.mjs';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    kind: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    keep: { type: 'string' },
  },
});
const BATCH = 50_000;
const UNRESOLVED = STATUS_NAMES.indexOf('unresolved');
/** More than this is more than rounding: relative to the event's size. */
const VIOLATION = 1e-8;
const ROLES = /** @type {const} */ (['a1', 'b1', 'a2', 'b2']);
const PARTS = /** @type {const} */ (['e', 'px', 'py', 'pz']);
const HEAD = [
  ...ROLES.flatMap((role) => ['E', 'px', 'py', 'pz'].map((part) => `${role}_${part}`)),
  'ptmiss_x,ptmiss_y,m_1,m_2,residual',
].join(',');
/** Columns hold the greater of both masses; more than rounding above it is a fault. */
const EXCESS = 1e-9;

/** @typedef {ReturnType<typeof antlers>} Sample */
/** @typedef {'b' | 'ab'} Subsystem */
/** @typedef {{ value: Float64Array, status?: Uint8Array, residual?: Float64Array }} Found */
/** @typedef {{ kind: string, variable: string, statuses: Record<string, number>, residual: number, excess: number, seconds: number }} Count */

const minima = emptyMinima(BATCH);
const mt2s = new Float64Array(BATCH);
/** @type {Record<string, (sample: Sample) => Found>} */
const VARIABLES = {
  'M_2CC (ab)': ({ events, trial }) => m2ccColumns('ab', events, trial, minima),
  'M_2CC (b)': ({ events, trial }) => m2ccColumns('b', events, trial, minima),
  'M_2XC (ab)': ({ events, trial }) => m2xcColumns('ab', events, trial, minima),
  'M_2XC (b)': ({ events, trial }) => m2xcColumns('b', events, trial, minima),
  'M_T2 (ab)': ({ events, trial }) => ({ value: mt2Columns('ab', events, trial, mt2s) }),
  'M_T2 (b)': ({ events, trial }) => ({ value: mt2Columns('b', events, trial, mt2s) }),
};

/** @type {Count[]} */
const counts = [];
for (const kind of values.kind ?? Object.keys(KINDS)) {
  if (!(kind in KINDS)) {
    console.error(`There is no kind ${kind}, expected one of: ${Object.keys(KINDS).join('; ')}.`);
    process.exit(2);
  }
  const batches = Math.max(1, Math.round(Number(values.events) / BATCH));
  /** @type {Map<string, Count>} */
  const ofKind = new Map();
  for (let j = 0; j < batches; ++j) countBatch(kind, Number(values.seed) * 100_000 + j, ofKind);
  counts.push(...ofKind.values());
  for (const count of ofKind.values()) print(count);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(counts, null, 2)}\n`);

/** @param {string} kind @param {number} seed @param {Map<string, Count>} ofKind */
function countBatch(kind, seed, ofKind) {
  const sample = antlers(KINDS[kind], BATCH, seed);
  for (const [variable, columns] of Object.entries(VARIABLES)) {
    const start = process.cpuUsage();
    const found = columns(sample);
    const { user } = process.cpuUsage(start);
    const count = ofKind.get(variable) ?? emptyCount(kind, variable);
    ofKind.set(variable, count);
    count.seconds += user / 1e6;
    add(count, found, sample);
    if (values.keep) keep(values.keep, count, found, sample);
  }
}

/** @param {number[]} all */
function sum(all) {
  return all.reduce((total, n) => total + n, 0);
}

/** @param {string} kind @param {string} variable @returns {Count} */
function emptyCount(kind, variable) {
  return { kind, variable, statuses: {}, residual: 0, excess: -Infinity, seconds: 0 };
}

/** @param {Count} count @param {Found} found @param {Sample} sample */
function add(count, { value, status, residual }, sample) {
  const truth = count.variable.endsWith('(ab)') ? sample.heavierA : sample.heavierB;
  for (let i = 0; i < BATCH; ++i) {
    const name = status ? STATUS_NAMES[status[i]] : Number.isNaN(value[i]) ? 'NaN' : 'ok';
    count.statuses[name] = (count.statuses[name] ?? 0) + 1;
    if (residual && residual[i] > count.residual) count.residual = residual[i];
    if (value[i] / truth[i] - 1 > count.excess) count.excess = value[i] / truth[i] - 1;
  }
}

/** @param {Count} count */
function print({ kind, variable, statuses, residual, excess, seconds }) {
  const { trial, exchanged, smearing } = KINDS[kind];
  // With two widths, equal masses can be demanded where they were not: the value may be above both.
  const bounded = trial === undefined && !exchanged && !smearing && !KINDS[kind].widths;
  const list = Object.entries(statuses)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
  console.log(
    `${kind}: ${variable}: ${list}` +
      (residual > 0 ? `; residual up to ${residual.toExponential(1)}` : '') +
      (bounded
        ? `; ${excess > EXCESS ? 'ABOVE' : 'at most'} true × (1 + ${excess.toExponential(1)})`
        : '') +
      `; ${Math.round(sum(Object.values(statuses)) / seconds / 1000)} 000 events/s`
  );
}

/** @param {string} folder @param {Count} count @param {Found} found @param {Sample} sample */
function keep(folder, { kind, variable }, { status, residual }, { events, trial }) {
  if (!status || !residual) return;
  const file = join(folder, `failures-${`${kind} ${variable}`.replace(/\W+/g, '-')}.csv`);
  const masses = typeof trial === 'number' ? [trial, trial] : trial;
  for (let i = 0; i < BATCH; ++i) {
    if (status[i] !== UNRESOLVED && !(residual[i] > VIOLATION)) continue;
    if (!existsSync(file)) writeFileSync(file, `${HEAD}\n`);
    const momenta = ROLES.flatMap((role) => PARTS.map((part) => events[role][part][i]));
    const { ptmissX, ptmissY } = events;
    appendFileSync(
      file,
      `${[...momenta, ptmissX[i], ptmissY[i], ...masses, residual[i]].join(',')}\n`
    );
  }
}
