import { mass } from '@deelema/kinematics';
import type { FourMomenta } from '@deelema/kinematics';
import { float64Column, fourMomenta } from '../columns/batch.ts';
import type { EventBatch } from '../columns/batch.ts';
import { momentumColumns } from '../columns/roles.ts';
import { trueRole } from '../columns/schema.ts';
import { InputError } from '../errors.ts';
import type { BranchIds } from '../topology/branch-ids.ts';
import { checkWritable } from './check-writable.ts';
import { FINAL, INCOMING, INTERMEDIATE } from './event.ts';

type Vector = readonly [e: number, px: number, py: number, pz: number];

interface Branch {
  readonly a: FourMomenta;
  readonly b: FourMomenta;
  readonly c: FourMomenta;
  readonly ids: BranchIds;
  /** Whether a or b was smeared: its momentum is the one before, and pTmiss as measured is another. */
  readonly smeared: boolean;
}

const GLUON = 21;
/** Largest difference between pTmiss and the invisible sum, relative: ten digits of a file and some rounding. */
const PTMISS_TOLERANCE = 1e-8;
/** Smallest recoil, relative to the energy: less comes from the nine or ten digits of a file. */
const RECOIL_TOLERANCE = 1e-7;

/**
 * Events as text of an LHE file, with the true momenta of smeared particles.
 *
 * Particle numbers: 1 2 incoming, 3 4 A, 5 6 B and a of branch 1, 7 8 of branch 2, 9 10 b and C, 11 12; 13, a
 * gluon, takes up the recoil of events whose transverse momenta do not add up to zero.
 *
 * @param path Name of the file for messages.
 * @param batch Events with all six momenta; GeV.
 * @param ids PDG ids of both branches.
 * @param first First event.
 * @param end Behind the last event.
 * @returns One `<event>` block per event.
 * @throws InputError if a column is missing, an event cannot be written, or pTmiss differs from the sum of c1 and c2 though nothing is smeared.
 */
export function eventsText(
  path: string,
  batch: EventBatch,
  ids: readonly [BranchIds, BranchIds],
  first: number,
  end: number
): string {
  const branches = [branchOf(batch, '1', ids[0]), branchOf(batch, '2', ids[1])] as const;
  const weights = 'weight' in batch.columns ? float64Column(batch, 'weight') : undefined;
  const smeared = branches.some((branch) => branch.smeared);
  const momenta = byRole(branches);
  let text = '';
  for (let i = first; i < end; i++) {
    const weight = weights?.[i] ?? 1;
    checkWritable(path, batch.columns.event?.[i] ?? i, weight, momenta, i);
    if (!smeared) checkMissing(path, batch, branches, i);
    text += eventText(branches, weight, i);
  }
  return text;
}

function byRole(branches: readonly Branch[]): Record<string, FourMomenta> {
  const named = branches.flatMap(({ a, b, c }, k) =>
    Object.entries({ a, b, c }).map(([name, p]) => [`${name}${k + 1}`, p] as const)
  );
  return Object.fromEntries(named);
}

function branchOf(batch: EventBatch, number: '1' | '2', ids: BranchIds): Branch {
  const isSmeared = (role: string) => momentumColumns(trueRole(role))[0] in batch.columns;
  const [a, b] = [`a${number}`, `b${number}`];
  const truth = (role: string) => fourMomenta(batch, isSmeared(role) ? trueRole(role) : role);
  const c = fourMomenta(batch, `c${number}`);
  return { a: truth(a), b: truth(b), c, ids, smeared: isSmeared(a) || isSmeared(b) };
}

function eventText([one, two]: readonly [Branch, Branch], weight: number, i: number): string {
  const [upper1, lower1] = branchText(one, i, 3, 5);
  const [upper2, lower2] = branchText(two, i, 4, 7);
  const [A1, A2] = [heavy(one, i), heavy(two, i)];
  const recoil = recoilOf(sum(A1, A2));
  const [e, , , pz] = recoil ? sum(sum(A1, A2), recoil) : sum(A1, A2);
  // −1: scale and couplings are unknown.
  return [
    `<event>\n${recoil ? 13 : 12} 1 ${digits(weight)} -1 -1 -1`,
    particle(GLUON, INCOMING, 0, [(e + pz) / 2, 0, 0, (e + pz) / 2]),
    particle(GLUON, INCOMING, 0, [(e - pz) / 2, 0, 0, (pz - e) / 2]),
    particle(one.ids.A, INTERMEDIATE, 1, A1),
    particle(two.ids.A, INTERMEDIATE, 1, A2),
    upper1,
    upper2,
    lower1,
    lower2,
    ...(recoil ? [particle(GLUON, FINAL, 1, recoil)] : []),
    '</event>\n',
  ].join('\n');
}

/** A massless particle that brings the transverse momenta to zero; none is needed for rounding errors. */
function recoilOf([e, px, py]: Vector): Vector | undefined {
  const pt = Math.hypot(px, py);
  return pt > RECOIL_TOLERANCE * e ? [pt, -px, -py, 0] : undefined;
}

/** The lines of B and a, and those of b and C. */
function branchText({ a, b, c, ids }: Branch, i: number, A: number, B: number): [string, string] {
  const [pa, pb, pc] = [at(a, i), at(b, i), at(c, i)];
  const upper = [particle(ids.B, INTERMEDIATE, A, sum(pb, pc)), particle(ids.a, FINAL, A, pa)];
  const lower = [particle(ids.b, FINAL, B, pb), particle(ids.C, FINAL, B, pc)];
  return [upper.join('\n'), lower.join('\n')];
}

function heavy({ a, b, c }: Branch, i: number): Vector {
  return sum(at(a, i), sum(at(b, i), at(c, i)));
}

function particle(id: number, status: number, mother: number, p: Vector): string {
  const [e, px, py, pz] = p;
  const second = mother === 1 ? 2 : mother;
  const m = Math.max(mass(e, px, py, pz), 0);
  const numbers = [px, py, pz, e, m].map(digits).join(' ');
  return `${id} ${status} ${mother} ${second} 0 0 ${numbers} 0 9`;
}

function checkMissing(
  path: string,
  { columns }: EventBatch,
  [one, two]: readonly [Branch, Branch],
  i: number
): void {
  for (const axis of ['x', 'y'] as const) {
    const missing = columns[`ptmiss_${axis}`]?.[i];
    if (missing === undefined) continue;
    const [c1, c2] = [one.c[`p${axis}`][i], two.c[`p${axis}`][i]];
    const scale = Math.max(1, Math.abs(c1), Math.abs(c2));
    if (Math.abs(missing - c1 - c2) <= PTMISS_TOLERANCE * scale) continue;
    throw new InputError(
      `${path}: ptmiss_${axis} is ${missing} GeV where the invisible momenta add up to ${c1 + c2} GeV, ` +
        'and LHE has no place for the difference; write Arrow, Parquet or CSV instead.'
    );
  }
}

function at(p: FourMomenta, i: number): Vector {
  return [p.e[i], p.px[i], p.py[i], p.pz[i]];
}

function sum(p: Vector, q: Vector): Vector {
  return [p[0] + q[0], p[1] + q[1], p[2] + q[2], p[3] + q[3]];
}

/** 17 digits read back as the same double. */
function digits(value: number): string {
  return value.toExponential(16);
}
