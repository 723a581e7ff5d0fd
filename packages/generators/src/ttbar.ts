import { pairProduction, type MassSettings, type Pairs } from '@deelema/pair-production';
import type { PartonDistributions } from '@deelema/parton-distributions';
import type { RandomStream } from '@deelema/random';
import { antlersToLaboratory } from './decay/antlers-to-laboratory.ts';
import { branchesOf } from './decay/branch-momenta.ts';
import { massWindow } from './decay/breit-wigner.ts';
import { leptonDirections } from './decay/lepton-directions.ts';
import { pairFrames, type PairFrames } from './decay/pair-frames.ts';
import {
  spinCorrelation as topSpinCorrelation,
  type SpinCorrelation,
} from './decay/spin-correlation.ts';
import { topDecays } from './decay/top-decays.ts';
import { topMasses } from './decay/top-masses.ts';
import type { EventGenerator } from './event-generator.ts';
import { ANTLER_ROLES } from './event-roles.ts';

/** Settings of the t t̄ sample: masses, widths, beams, and whether spins are correlated. */
export interface TopPairSettings {
  readonly mt: number;
  readonly widthT: number;
  readonly mW: number;
  readonly widthW: number;
  /** Mass of the b quark, which is the visible particle a of the antler. */
  readonly mb: number;
  /** √s of the beams together, GeV. */
  readonly beamEnergy: number;
  readonly spinCorrelation: boolean;
  readonly seed: number;
}

/** W → e ν or μ ν on both sides: two of the nine channels that are alike at leading order. */
const DILEPTON = (2 / 9) ** 2;

/**
 * Makes a generator of t t̄ → (b ℓ⁺ν)(b̄ ℓ⁻ν̄): A = t, B = W, C = ν, a = b quark, b = charged lepton.
 *
 * g g → t t̄ and q q̄ → t t̄ at leading order; t and W off their mass shells by Breit–Wigners with the
 * widths that they have there; the whole V−A amplitude of the decays, with the spins of t and t̄
 * correlated as their production leaves them, or not at all. Leptons and neutrinos are massless,
 * e and μ alike. The cross-section holds for both W → e ν, μ ν, with 1/9 for each channel of a W.
 *
 * Deviation: tops off their mass shells are produced as if those masses were theirs, and diagrams
 * without two tops are left out, as in every generator of t t̄ with decays.
 *
 * @param settings Masses, widths and beams, GeV; even 15 Γ off, t must outweigh W and b.
 * @param partons Parton distributions of the protons.
 * @returns The generator.
 * @throws RangeError if the beams are too weak for the pair.
 * @see Sec. IV B of PRR 5, 043186
 */
export function topPairGenerator(
  settings: TopPairSettings,
  partons: PartonDistributions
): EventGenerator {
  const { mt, beamEnergy, seed } = settings;
  const masses = topPairMasses(settings);
  const production = pairProduction({
    ...{ beamEnergy, process: 'top-pair', partons, poleMass: mt, masses, seed },
  });
  const decay = topPairDecay(settings);
  return { production, branchingRatio: DILEPTON, roles: ANTLER_ROLES, decay };
}

/** Masses of t, t̄, W⁺, W⁻, in this order. */
function topPairMasses({ mt, widthT, mW, widthW, mb }: TopPairSettings): MassSettings {
  const top = { mass: mt, width: widthT };
  const drawTop = topMasses({ top, wBoson: { mass: mW, width: widthW }, mb });
  const [least] = massWindow(top);
  const draw = (random: RandomStream, masses: Float64Array): void => {
    drawTop(random, masses, 0, 2);
    drawTop(random, masses, 1, 3);
  };
  return { count: 4, least: [least, least], draw };
}

function topPairDecay({ mb, spinCorrelation }: TopPairSettings): EventGenerator['decay'] {
  const stable = { a: mb, b: 0, C: 0 };
  return (random, pairs, events) => {
    const branches = branchesOf(events);
    const [mt1, mt2, mW1, mW2] = pairs.masses;
    const frames = pairFrames(random, pairs);
    const correlation = spinCorrelation ? correlationOf(pairs, frames) : undefined;
    const n = pairs.mass.length;
    const [plus, minus] = [new Float64Array(3 * n), new Float64Array(3 * n)];
    leptonDirections(random, correlation, plus, minus);
    topDecays(random, mt1, mW1, mb, plus, branches[0]);
    topDecays(random, mt2, mW2, mb, minus, branches[1]);
    antlersToLaboratory(frames, pairs, stable, branches);
  };
}

function correlationOf(
  { mass, channel, cosTheta }: Pairs,
  { momentum }: PairFrames
): SpinCorrelation {
  const beta = momentum.map((p, i) => (2 * p) / mass[i]);
  return topSpinCorrelation(channel, beta, cosTheta);
}
