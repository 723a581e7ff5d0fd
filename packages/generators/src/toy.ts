import {
  pairProduction,
  recoilSampler,
  type MassSettings,
  type RecoilSettings,
} from '@deelema/pair-production';
import type { PartonDistributions } from '@deelema/parton-distributions';
import type { RandomStream } from '@deelema/random';
import { antlersToLaboratory } from './decay/antlers-to-laboratory.ts';
import { branchesOf } from './decay/branch-momenta.ts';
import { breitWigner, massWindow } from './decay/breit-wigner.ts';
import { flatDecays } from './decay/flat-decays.ts';
import { pairFrames } from './decay/pair-frames.ts';
import type { EventGenerator } from './event-generator.ts';
import { ANTLER_ROLES } from './event-roles.ts';

/** Settings of the toy: masses and widths of A and B, masses of C, a and b, beams, production. */
export interface ToySettings {
  readonly mA: number;
  readonly mB: number;
  readonly mC: number;
  readonly ma: number;
  readonly mb: number;
  readonly widthA: number;
  readonly widthB: number;
  /** √s of the beams together, GeV. */
  readonly beamEnergy: number;
  /** How the pair is made: like gluinos without squarks, or with |M|² = 1. */
  readonly production: 'gluino-pair' | 'phase-space';
  /** Transverse momentum of the pair; none if omitted. */
  readonly recoil?: RecoilSettings | undefined;
  readonly seed: number;
}

/**
 * Makes a generator of toy antlers: flat phase space in every decay.
 *
 * A₁ and A₂ come from g g and q q̄ at leading order, as gluinos do when squarks are far too heavy, or
 * with |M|² = 1. Masses of A and B follow Breit–Wigners; A and B of the two branches have masses of
 * their own. With recoil the pair has a transverse momentum, at unchanged mass and rapidity.
 *
 * @param settings Masses, widths, beams, GeV; in the whole windows mA > mB + ma and mB > mC + mb.
 * @param partons Parton distributions of the protons.
 * @returns The generator.
 * @throws RangeError if the beams are too weak for the pair.
 * @see Sec. IV of PRR 5, 043186, test run (A): 1000, 800, 700 GeV
 */
export function toyGenerator(settings: ToySettings, partons: PartonDistributions): EventGenerator {
  const { mA, beamEnergy, production: process, seed } = settings;
  const masses = toyMasses(settings);
  const production = pairProduction({
    ...{ beamEnergy, process, partons, poleMass: mA, masses, seed },
  });
  return { production, branchingRatio: 1, roles: ANTLER_ROLES, decay: toyDecay(settings) };
}

/** Masses of A₁, A₂, B₁, B₂, in this order. */
function toyMasses({ mA, mB, widthA, widthB }: ToySettings): MassSettings {
  const [least] = massWindow({ mass: mA, width: widthA });
  const drawA = breitWigner({ mass: mA, width: widthA });
  const drawB = breitWigner({ mass: mB, width: widthB });
  const draw = (random: RandomStream, masses: Float64Array): void => {
    masses[0] = drawA(random);
    masses[1] = drawA(random);
    masses[2] = drawB(random);
    masses[3] = drawB(random);
  };
  return { count: 4, least: [least, least], draw };
}

function toyDecay({ ma, mb, mC, recoil }: ToySettings): EventGenerator['decay'] {
  const stable = { a: ma, b: mb, C: mC };
  const drawRecoil = recoil && recoilSampler(recoil);
  return (random, pairs, events) => {
    const branches = branchesOf(events);
    const [mA1, mA2, mB1, mB2] = pairs.masses;
    flatDecays(random, mA1, mB1, stable, branches[0]);
    flatDecays(random, mA2, mB2, stable, branches[1]);
    antlersToLaboratory(pairFrames(random, pairs, drawRecoil), pairs, stable, branches);
  };
}
