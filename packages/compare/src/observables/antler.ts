import type { FourMomenta } from '@deelema/kinematics';
import { add, normalise, toRestOf, vector, type Vector } from './vectors.ts';

/** One branch A → a B, B → b C of an event: four-momenta in the laboratory, GeV, and directions in rest frames. */
export interface Branch {
  readonly a: Vector;
  readonly b: Vector;
  readonly c: Vector;
  readonly B: Vector;
  readonly A: Vector;
  /** A in the rest frame of the pair. */
  readonly flight: Vector;
  /** a in the rest frame of the pair. */
  readonly aInPair: Vector;
  /** a, b and B in the rest frame of A, which is reached by way of that of the pair. */
  readonly aInA: Vector;
  readonly bInA: Vector;
  readonly BInA: Vector;
  /** b in the rest frame of B, which is reached by way of that of A. */
  readonly bInB: Vector;
}

/** One event with its rest frames. One of these serves all events of a file, one after the other. */
export interface Antler {
  readonly branches: readonly [Branch, Branch];
  /** A1 + A2, GeV. */
  readonly pair: Vector;
}

/** Momenta of the visible particles and the true invisible ones, branch by branch. */
export type AntlerMomenta = readonly [BranchMomenta, BranchMomenta];

export interface BranchMomenta {
  readonly a: FourMomenta;
  readonly b: FourMomenta;
  readonly c: FourMomenta;
}

/** @returns Room for an event. */
export function antler(): Antler {
  return { branches: [branch(), branch()], pair: vector() };
}

function branch(): Branch {
  return {
    a: vector(),
    b: vector(),
    c: vector(),
    B: vector(),
    A: vector(),
    flight: vector(),
    aInPair: vector(),
    aInA: vector(),
    bInA: vector(),
    BInA: vector(),
    bInB: vector(),
  };
}

/**
 * Fills in an event and goes to its rest frames: from the laboratory to that of the pair, from there to that of each
 * A, from there to that of each B, each time by a boost without rotation.
 *
 * Directions are NaN where a frame does not exist (a massless A or B) or a particle is at rest in it.
 *
 * @param event Receives the event.
 * @param momenta Four-momenta of some events, GeV.
 * @param i Which of them.
 */
export function setAntler(event: Antler, momenta: AntlerMomenta, i: number): void {
  const [one, two] = event.branches;
  setMomenta(one, momenta[0], i);
  setMomenta(two, momenta[1], i);
  add(one.A, two.A, event.pair);
  setDirections(one, event.pair);
  setDirections(two, event.pair);
}

function setMomenta(branch: Branch, momenta: BranchMomenta, i: number): void {
  copy(momenta.a, i, branch.a);
  copy(momenta.b, i, branch.b);
  copy(momenta.c, i, branch.c);
  add(branch.b, branch.c, branch.B);
  add(branch.a, branch.B, branch.A);
}

function copy(p: FourMomenta, i: number, out: Vector): void {
  out[0] = p.e[i];
  out[1] = p.px[i];
  out[2] = p.py[i];
  out[3] = p.pz[i];
}

const bInPair = vector();
const BInPair = vector();

function setDirections(branch: Branch, pair: Vector): void {
  const { flight, aInPair, aInA, bInA, BInA, bInB } = branch;
  toRestOf(pair, branch.A, flight);
  toRestOf(pair, branch.a, aInPair);
  toRestOf(pair, branch.b, bInPair);
  toRestOf(pair, branch.B, BInPair);
  toRestOf(flight, aInPair, aInA);
  toRestOf(flight, bInPair, bInA);
  toRestOf(flight, BInPair, BInA);
  toRestOf(BInA, bInA, bInB);
  for (const direction of [flight, aInPair, aInA, bInA, BInA, bInB]) normalise(direction);
}
