import { sumMass } from '@deelema/kinematics';
import type { FourMomenta } from '@deelema/kinematics';
import { InputError } from '../errors.ts';

/** Which lepton belongs to which b quark: l_i to b_i, or l_1 to b_2 and l_2 to b_1. */
export type Pairing = 'straight' | 'crossed';

/** Momenta of a few events, by the names of the original format. */
export interface UnpairedMomenta {
  readonly b: readonly [FourMomenta, FourMomenta];
  readonly l: readonly [FourMomenta, FourMomenta];
  /** Undefined if the true invisible momenta are not known. */
  readonly nu: readonly [FourMomenta, FourMomenta] | undefined;
}

/** A pairing and how sure it is. */
export interface ChosenPairing {
  readonly pairing: Pairing;
  /** Fraction of the events that fit better with it, ties left out. */
  readonly share: number;
  /** Number of events looked at, ties left out. */
  readonly events: number;
}

/** Standard deviations from a toss of a coin that decide; sixteen events of one mind have four. */
const DECIDING_SIGMA = 4;

/**
 * Finds out from the masses which lepton belongs to which b quark.
 *
 *     d = |m(b1 l ν1) − m(b2 l' ν2)| + |m(l ν1) − m(l' ν2)|   with true invisible momenta,
 *     d = max(m(b1 l), m(b2 l'))                              without
 *
 * Each event votes for the pairing with the smaller d: both branches have the same masses, and the mass of the
 * visible particles of a branch has an endpoint. A vote is not misled by the long tails of wrong pairings, nor by
 * events far off their mass shells.
 *
 * @param path Name of the file for messages.
 * @param momenta The first events, in any unit.
 * @returns The pairing that wins.
 * @throws InputError with exit code 2 if the votes are within four standard deviations of a draw.
 */
export function choosePairing(path: string, momenta: UnpairedMomenta): ChosenPairing {
  const straight = misfits(momenta, 'straight');
  const crossed = misfits(momenta, 'crossed');
  let [votes, events] = [0, 0];
  straight.forEach((value, i) => {
    if (value === crossed[i]) return;
    events++;
    if (value < crossed[i]) votes++;
  });
  const sigma = (2 * votes - events) / Math.sqrt(events);
  if (!(Math.abs(sigma) >= DECIDING_SIGMA)) throw undecided(path, votes, events);
  return sigma > 0
    ? { pairing: 'straight', share: votes / events, events }
    : { pairing: 'crossed', share: 1 - votes / events, events };
}

function misfits({ b, l, nu }: UnpairedMomenta, pairing: Pairing): Float64Array {
  const leptons = pairing === 'straight' ? l : ([l[1], l[0]] as const);
  const masses = (particles: readonly (readonly [FourMomenta, FourMomenta])[]) =>
    [0, 1].map((branch) => sumMass(particles.map((pair) => pair[branch])));
  if (nu === undefined) {
    const [one, two] = masses([b, leptons]);
    return one.map((m, i) => Math.max(m, two[i]));
  }
  const [A1, A2] = masses([b, leptons, nu]);
  const [B1, B2] = masses([leptons, nu]);
  return A1.map((m, i) => Math.abs(m - A2[i]) + Math.abs(B1[i] - B2[i]));
}

function undecided(path: string, votes: number, events: number): InputError {
  return new InputError(
    `${path}: which lepton belongs to which b quark is not clear from the masses (${votes} of ${events} events fit better with l1 beside b1); set pairing to straight (l1 belongs to b1) or crossed (l2 belongs to b1).`,
    { exitCode: 2 }
  );
}
