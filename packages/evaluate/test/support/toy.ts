import { allocateColumn, momentumColumns, VISIBLE_ROLES } from '@deelema/events';
import type { Column } from '@deelema/events';
import { mass, twoBodyDecay } from '@deelema/kinematics';
import { normalNumbers, uniformNumbers } from './uniform.ts';

/** The toy masses of PRR 5, 043186, GeV. */
export const TOY = { A: 1000, B: 800, C: 700 } as const;

export type Columns = Record<string, Column>;

/** The columns of the three stages that `evaluate` reads. */
export interface ToyEvents {
  readonly contaminate: Columns;
  readonly train: Columns;
  readonly baseline: Columns;
}

export interface ToyOptions {
  readonly events: number;
  /** Every how many-th event is exchanged; none if omitted. */
  readonly exchangeEvery?: number;
  /** The training chooses pairings, wrongly in every how many-th event; it chooses none if omitted. */
  readonly chooseWrongEvery?: number;
  /** σ of predicted − true momentum components, GeV. */
  readonly noise: number;
  readonly seed?: number;
}

/**
 * Antler events of the toy masses with flat decays, and "predictions": the true momentum of the
 * partner of b (of the one that was chosen, where pairings are), smeared. `mt2_b`, `mt2_ab`, `m2cc_b` and `m2cc_ab` only look the part: the first two
 * fall to their endpoints, the others end in a step there. The momenta of m2cc_ab are those of the partner of b,
 * twice as smeared; every 50th event has none, of which every other one is unresolved.
 */
export function toyEvents(options: ToyOptions): ToyEvents {
  const { events, exchangeEvery = 0, chooseWrongEvery, noise, seed = 1 } = options;
  const uniform = uniformNumbers(seed);
  const normal = normalNumbers(uniform);
  const toy = emptyToy(events);
  if (chooseWrongEvery !== undefined) toy.train.pairing = allocateColumn('pairing', events);
  const forMinima = uniformNumbers(seed + 1000);
  for (let i = 0; i < events; ++i) {
    const { contaminate } = toy;
    contaminate.event[i] = 3 * i;
    contaminate.weight[i] = 1;
    contaminate.split[i] = i % 10 < 7 ? 0 : i % 10 < 9 ? 1 : 2;
    contaminate.exchanged[i] = exchangeEvery > 0 && i % exchangeEvery === 0 ? 1 : 0;
    drawBranches(contaminate, i, uniform, normal);
    if (chooseWrongEvery !== undefined) {
      const wrong = i % chooseWrongEvery === 0 ? 1 : 0;
      toy.train.pairing[i] = wrong === contaminate.exchanged[i] ? 0 : 1;
    }
    predict(toy, i, () => noise * normal());
    toy.train.event[i] = toy.baseline.event[i] = 3 * i;
    const excess = contaminate.exchanged[i] === 1 ? 1.25 : 1;
    toy.baseline.mt2_b[i] = TOY.C + (TOY.B - TOY.C) * excess * Math.sqrt(uniform());
    toy.baseline.mt2_ab[i] = TOY.C + (TOY.A - TOY.C) * excess * Math.sqrt(uniform());
    minimise(toy, i, forMinima, noise);
  }
  return toy;
}

/**
 * The same events with some particles 10 % too slow or too fast, their true momenta beside them.
 *
 * @param columns Events of `contaminate`.
 * @param roles Who is smeared, named as before the exchange of b1 and b2.
 */
export function smeared(columns: Columns, roles: readonly string[]): Columns {
  const result = { ...columns };
  const { event, exchanged } = columns;
  const measuredAs = (role: string, i: number): string =>
    exchanged[i] === 1 && role.startsWith('b') ? (role === 'b1' ? 'b2' : 'b1') : role;
  for (const name of Object.keys(columns)) result[name] = columns[name].slice();
  for (const role of roles) {
    const own = momentumColumns(role).map((name) => name.slice(role.length));
    for (const part of own) {
      const truth = new Float64Array(event.length);
      for (let i = 0; i < event.length; ++i) {
        const column = `${measuredAs(role, i)}${part}`;
        truth[i] = columns[column][i];
        result[column][i] = truth[i] * (i % 2 === 0 ? 0.9 : 1.1);
      }
      result[`true_${role}${part}`] = truth;
    }
  }
  return result;
}

function emptyToy(events: number): ToyEvents {
  const make = (names: readonly string[]): Columns =>
    Object.fromEntries(names.map((name) => [name, allocateColumn(name, events)]));
  const momenta = (roles: readonly string[]) => roles.flatMap(momentumColumns);
  const flags = ['event', 'weight', 'split', 'exchanged'];
  return {
    contaminate: make([...flags, ...momenta([...VISIBLE_ROLES, 'c1', 'c2'])]),
    train: make(['event', 'm_A1', 'm_A2', 'm_B1', 'm_B2', ...momenta(['k1', 'k2'])]),
    baseline: make([
      ...['event', 'mt2_b', 'mt2_ab', 'm2cc_b', 'm2cc_ab', 'm2cc_b_status', 'm2cc_ab_status'],
      ...momenta(['m2cc_ab_k1', 'm2cc_ab_k2']),
    ]),
  };
}

function drawBranches(
  columns: Columns,
  i: number,
  uniform: () => number,
  normal: () => number
): void {
  const recoil = [300 * normal(), 300 * normal(), 600 * normal()];
  for (const branch of [1, 2]) {
    const [px, py, pz] = recoil.map((p) => (branch === 1 ? p : -p));
    const aB = new Float64Array(8);
    const bC = new Float64Array(8);
    const direction = () => [2 * uniform() - 1, 2 * Math.PI * uniform()] as const;
    twoBodyDecay(TOY.A, px, py, pz, 0, TOY.B, ...direction(), aB);
    twoBodyDecay(TOY.B, aB[5], aB[6], aB[7], 0, TOY.C, ...direction(), bC);
    const ownB = columns.exchanged[i] === 1 ? 3 - branch : branch;
    setMomentum(columns, `a${branch}`, i, aB);
    setMomentum(columns, `b${ownB}`, i, bC);
    setMomentum(columns, `c${branch}`, i, bC.subarray(4));
  }
}

function predict({ contaminate, train }: ToyEvents, i: number, error: () => number): void {
  const exchangedBack = train.pairing !== undefined && train.pairing[i] !== 0;
  const wrong = (contaminate.exchanged[i] === 1) !== exchangedBack;
  for (const branch of [1, 2]) {
    const ownB = exchangedBack ? 3 - branch : branch;
    const partner = wrong ? 3 - branch : branch;
    const [, ...p] = momentum(contaminate, `c${partner}`, i);
    const [px, py, pz] = p.map((component) => component + error());
    const k = [Math.hypot(TOY.C, px, py, pz), px, py, pz];
    setMomentum(train, `k${branch}`, i, k);
    const b = momentum(contaminate, `b${ownB}`, i).map((x, j) => x + k[j]);
    const ab = momentum(contaminate, `a${branch}`, i).map((x, j) => x + b[j]);
    train[`m_B${branch}`][i] = mass(...fourNumbers(b));
    train[`m_A${branch}`][i] = mass(...fourNumbers(ab));
  }
}

/** Numbers of the statuses ok, infeasible and unresolved. */
const [OK, INFEASIBLE, UNRESOLVED] = [0, 2, 4];

function minimise(
  { contaminate, baseline }: ToyEvents,
  i: number,
  uniform: () => number,
  noise: number
): void {
  const normal = normalNumbers(uniform);
  const failed = i % 50 === 49;
  const status = failed ? (i % 100 === 99 ? UNRESOLVED : INFEASIBLE) : OK;
  const excess = contaminate.exchanged[i] === 1 ? 1.25 : 1;
  const part = () => (failed ? NaN : excess * Math.cbrt(uniform()));
  baseline.m2cc_b[i] = TOY.C + (TOY.B - TOY.C) * part();
  baseline.m2cc_ab[i] = TOY.C + (TOY.A - TOY.C) * part();
  baseline.m2cc_b_status[i] = baseline.m2cc_ab_status[i] = status;
  for (const branch of [1, 2]) {
    const partner = contaminate.exchanged[i] === 1 ? 3 - branch : branch;
    const [, ...p] = momentum(contaminate, `c${partner}`, i);
    const k = p.map((component) => (failed ? NaN : component + 2 * noise * normal()));
    setMomentum(baseline, `m2cc_ab_k${branch}`, i, [Math.hypot(TOY.C, ...k), ...k]);
  }
}

function momentum(columns: Columns, role: string, i: number): number[] {
  return momentumColumns(role).map((name) => columns[name][i]);
}

function setMomentum(columns: Columns, role: string, i: number, p: ArrayLike<number>): void {
  momentumColumns(role).forEach((name, j) => {
    columns[name][i] = p[j];
  });
}

function fourNumbers([e, px, py, pz]: readonly number[]): [number, number, number, number] {
  return [e, px, py, pz];
}
