import {
  add,
  concat,
  div,
  exp,
  log,
  mul,
  reshape,
  scalar,
  slice,
  sub,
  tidy,
  unstack,
  variable,
} from '@tensorflow/tfjs-core';
import type { Scalar, Tensor1D, Tensor2D, Variable } from '@tensorflow/tfjs-core';
import type { PairPolynomial } from '@deelema/pair-production';
import type { Architecture, Weight } from '../architecture.ts';
import { rowLayout } from '../frame/row-layout.ts';
import type { RowLayout } from '../frame/row-layout.ts';
import { createNetwork } from '../network.ts';
import type { Network } from '../network.ts';
import { pairings, visibleRoles } from '../topology/topology.ts';
import type { DecayTopology } from '../topology/topology.ts';
import { shellsOf } from './chains.ts';
import { checkEvents, checkParameters, checkSettings, checkShapes } from './check-model.ts';
import { unknownsOf } from './completed-event.ts';
import { eventColumns } from './event-columns.ts';
import { chain } from './gaps.ts';
import type { Outliers } from './kernel.ts';
import { weightedDraws, weightedSolutions } from './log-weights.ts';
import type {
  CommonMasses,
  DecayKind,
  DensitySettings,
  Solving,
  WeightedDraws,
} from './log-weights.ts';
import { logSumExp } from './log-sum-exp.ts';
import { proposalOutputs } from './proposal.ts';

/** What a density model is besides its weights. */
export interface DensityModelSettings {
  readonly topology: DecayTopology;
  /** Masses of the invisibles, GeV. */
  readonly mC: readonly [number, number];
  /** GeV per unit of rows and masses. */
  readonly unit: number;
  /** Roles of the visibles with an energy resolution, in the order of `visibleRoles`. */
  readonly smeared: readonly string[];
  /** Whether pTmiss has a resolution of its own. */
  readonly ptmissResolution: boolean;
  readonly production: PairPolynomial;
  readonly outliers: Outliers;
  /** `top` for antlers whose a is the b quark and b the lepton. */
  readonly decays: DecayKind;
  readonly layers: number;
  readonly width: number;
}

/** Values of the parameters beside the network's weights, one per mass of `massNames`. */
export interface MassParameters {
  /** ln of the gap to the daughter, in units. */
  readonly logGaps: readonly number[];
  /** ln τ, in units. */
  readonly logResolutions: readonly number[];
}

/** Network, density and auxiliary masses on the current backend. */
export interface DensityModel {
  readonly network: Network;
  readonly layout: RowLayout;
  /** Number of unknowns d of an event: length of ε. */
  readonly unknowns: number;
  /** Number of pairings P of an event: rows per event. */
  readonly pairings: number;
  readonly logGaps: readonly Variable[];
  readonly logResolutions: readonly Variable[];
  /** m̃ and τ, units. */
  common(): CommonMasses;
  /**
   * @param rows [n P, layout.width], the pairings of an event one after the other.
   * @param noise ε: [n P, d S], the S draws of one unknown one after the other; [1, d S] for the same
   *  in each row.
   * @throws RangeError if the shapes are others.
   */
  draws(rows: Tensor2D, noise: Tensor2D): WeightedDraws;
  /**
   * Draws that are solved for the invisible momenta; arguments as those of `draws`.
   *
   * @param solving How often, how well.
   */
  solutions(rows: Tensor2D, noise: Tensor2D, solving: Solving): WeightedDraws;
  /**
   * ln p of each event up to a constant, all pairings alike: [n].
   *
   * @throws RangeError as `draws`, and if there are rows of a part of an event.
   */
  logDensities(rows: Tensor2D, noise: Tensor2D): Tensor1D;
  /** The values of all parameters but the weights. */
  parameters(): Promise<MassParameters>;
  dispose(): void;
}

/** Shape of the network of a density model. */
export function densityArchitecture(settings: DensityModelSettings): Architecture {
  const { topology, smeared, ptmissResolution, layers, width } = settings;
  return {
    inputs: 4 * visibleRoles(topology).length + 3,
    layers,
    width,
    outputs: proposalOutputs(unknownsOf(smeared.length, ptmissResolution)),
    batchNormalisation: false,
  };
}

/**
 * Puts a density model together.
 *
 * @param settings What it is.
 * @param weights Of the network of `densityArchitecture`.
 * @param start m̃ and τ.
 * @returns The model; free it with `dispose`.
 * @throws RangeError if settings, weights or parameters do not belong together.
 */
export function createDensityModel(
  settings: DensityModelSettings,
  weights: readonly Weight[],
  start: MassParameters
): DensityModel {
  checkSettings(settings);
  checkParameters(settings, start);
  const { topology, smeared, ptmissResolution } = settings;
  const network = createNetwork(densityArchitecture(settings), weights);
  const layout = rowLayout(topology, smeared, ptmissResolution);
  const parameter = (value: number): Variable => tidy(() => variable(scalar(value)));
  const logGaps = start.logGaps.map(parameter);
  const logResolutions = start.logResolutions.map(parameter);
  const density = densitySettings(settings);
  const unknowns = unknownsOf(smeared.length, ptmissResolution);
  const perEvent = pairings(topology).length;
  const common = (): CommonMasses => ({
    masses: chain<Scalar>(topology, density.mC, (i, below) => add(exp(logGaps[i]), below)),
    resolutions: logResolutions.map((value) => exp(value as unknown as Scalar)),
  });
  const parts = (rows: Tensor2D, noise: Tensor2D) => {
    checkShapes(rows, noise, layout, unknowns);
    const outputs = columnsOf(network.forward(networkInput(rows, layout), true));
    const samples = noise.shape[1] / unknowns;
    const epsilon = Array.from({ length: unknowns }, (_, i): Tensor2D =>
      slice(noise, [0, i * samples], [-1, samples])
    );
    return [outputs, epsilon, eventColumns(rows, layout), common(), density] as const;
  };
  const draws = (rows: Tensor2D, noise: Tensor2D): WeightedDraws =>
    weightedDraws(...parts(rows, noise));
  return {
    ...{ network, layout, unknowns, pairings: perEvent, logGaps, logResolutions, common, draws },
    solutions: (rows, noise, solving) => weightedSolutions(...parts(rows, noise), solving),
    logDensities(rows, noise) {
      checkEvents(rows, perEvent);
      const { logWeights } = draws(rows, noise);
      const terms = logWeights.shape[1] * perEvent;
      const events = rows.shape[0] / perEvent;
      return sub(logSumExp(reshape(logWeights, [events, terms])), Math.log(terms));
    },
    async parameters() {
      const values = (of: readonly Variable[]) =>
        Promise.all(of.map(async (one) => (await one.data())[0]));
      return { logGaps: await values(logGaps), logResolutions: await values(logResolutions) };
    },
    dispose() {
      network.dispose();
      for (const one of [...logGaps, ...logResolutions]) one.dispose();
    },
  };
}

function densitySettings(settings: DensityModelSettings): DensitySettings {
  const { topology, mC, smeared, unit, production, outliers, decays } = settings;
  const roles = visibleRoles(topology);
  return {
    shells: shellsOf(topology),
    smeared: smeared.map((role) => roles.indexOf(role)),
    mC: [mC[0] / unit, mC[1] / unit],
    ...{ production, outliers, decays, unit },
  };
}

/** Momenta and pTmiss in units of H/4, the rapidity, ln H: what the network is given of a row. */
function networkInput(rows: Tensor2D, layout: RowLayout): Tensor2D {
  const energy = slice(rows, [0, layout.energy], [-1, 1]);
  const momenta = slice(rows, [0, 0], [-1, layout.ptmiss + 1]);
  const rapidity = slice(rows, [0, layout.rapidity], [-1, 1]);
  return concat([mul(div(momenta, energy), 4), rapidity, log(energy)], 1);
}

function columnsOf(outputs: Tensor2D): Tensor2D[] {
  const n = outputs.shape[0];
  return (unstack(outputs, 1) as Tensor1D[]).map((column): Tensor2D => reshape(column, [n, 1]));
}
