import { add, log, mul, sub } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import type { PairPolynomial } from '@deelema/pair-production';
import { completeEvent } from './completed-event.ts';
import type { CompletedEvent, CompletionSettings } from './completed-event.ts';
import { logDecayFactors } from './decay-factors.ts';
import type { EventColumns } from './event-columns.ts';
import { logMassDensity } from './kernel.ts';
import type { Outliers } from './kernel.ts';
import { logPairDensity } from './pair-production.ts';
import { drawUnknowns, solveDraws } from './proposal.ts';
import type { Draws, ShellTargets } from './proposal.ts';
import { logTopDecays } from './top-decays.ts';

/** How A and B decay: evenly over phase space, or as a top and a W do, each to one visible. */
export type DecayKind = 'flat' | 'top';

/** What the density of an event depends on. */
export interface DensitySettings extends CompletionSettings {
  readonly production: PairPolynomial;
  readonly outliers: Outliers;
  readonly decays: DecayKind;
  /** GeV. */
  readonly unit: number;
}

/** m̃ and τ by index in `massNames`, units of `unit`. */
export interface CommonMasses {
  readonly masses: readonly Scalar[];
  readonly resolutions: readonly Scalar[];
}

/** Draws with their weights. */
export interface WeightedDraws {
  readonly completed: CompletedEvent;
  /** ln of density over density of the draw: [n, S]. */
  readonly logWeights: Tensor2D;
}

/** How draws are solved. */
export interface Solving {
  /** Gauss–Newton steps of each draw; 0 leaves the draws as they are, as masses fix no momenta where there are few. */
  readonly steps: number;
  /** τ within which a mass shell counts as reached, in units of the common τ. */
  readonly tolerance: number;
}

/**
 * Draws the unknowns of events and weighs the draws, so that the mean of the weights is the density
 * of the measured momenta at m̃ and τ.
 *
 *     p(x | m̃, τ) = ∫ dz  [density of the pair] · [decays] · 1/(E₁E₂) · Π 1/(2τ) e^{−|m − m̃|/τ}
 *                 ≈ 1/S Σ_s w_s,   w = integrand/Q(z | x)
 *
 * The density falls as masses rise, as solutions get rarer; a loss without it, such as Eq. (1) of
 * the paper, does not know where to stop.
 *
 * @param outputs Of the network, columns [n, 1].
 * @param noise ε, columns [n, S].
 * @param event The events.
 * @param common m̃ and τ.
 * @param settings What made the events.
 * @see Y. Burda, R. Grosse, R. Salakhutdinov, arXiv:1509.00519, for the mean of weights as an objective
 */
export function weightedDraws(
  outputs: readonly Tensor2D[],
  noise: readonly Tensor2D[],
  event: EventColumns,
  common: CommonMasses,
  settings: DensitySettings
): WeightedDraws {
  const targets = targetsOf(common, settings);
  const draws = drawUnknowns(outputs, noise, event, targets, settings);
  return weigh(draws, event, targets, settings);
}

/**
 * Draws as `weightedDraws` does, solves each for the invisible momenta, and weighs the solutions.
 *
 *     p(x | m̃) ≈ 1/S Σ_s w_s,   w = [density of the pair] · [decays] · 1/(E₁E₂) · e^{−D/tolerance} / √det P
 *
 * with the distance D of the masses from m̃ in units of τ, and P of `solveDraws`, which becomes the squared Jacobian
 * of masses by momenta. Solutions that several draws find count several times: the sum tells better from worse, it
 * is not to be maximised in m̃.
 *
 * @param outputs Of the network, columns [n, 1].
 * @param noise ε, columns [n, S].
 * @param event The events.
 * @param common m̃ and τ.
 * @param settings What made the events; outliers are left out.
 * @param solving How often, how well.
 */
export function weightedSolutions(
  outputs: readonly Tensor2D[],
  noise: readonly Tensor2D[],
  event: EventColumns,
  common: CommonMasses,
  settings: DensitySettings,
  { steps, tolerance }: Solving
): WeightedDraws {
  if (steps === 0) return weightedDraws(outputs, noise, event, common, settings);
  const targets = targetsOf(common, settings);
  const drawn = drawUnknowns(outputs, noise, event, targets, settings);
  const solved = solveDraws(drawn, outputs, noise, event, targets, settings, steps);
  const within = targets.resolutions.map((tau): Scalar => mul(tau, tolerance));
  const exact = { ...settings, outliers: { ...settings.outliers, share: 0 } };
  return weigh(solved, event, { ...targets, resolutions: within }, exact);
}

function targetsOf({ masses, resolutions }: CommonMasses, { shells }: DensitySettings) {
  return {
    masses: shells.map(({ mass }) => masses[mass]),
    resolutions: shells.map(({ mass }) => resolutions[mass]),
  };
}

function weigh(
  draws: Draws,
  event: EventColumns,
  targets: ShellTargets,
  settings: DensitySettings
): WeightedDraws {
  const { shells, production, outliers, decays, unit } = settings;
  const completed = completeEvent(event, draws.unknowns, settings);
  const { invisible, resonances, masses, logResolution } = completed;
  const second = shells.findIndex(({ branch }) => branch === 1);
  const parents = {
    momenta: [resonances[0], resonances[second]] as const,
    masses: [masses[0], masses[second]] as const,
    rapidity: event.rapidity,
  };
  const pole = mul<Scalar>(add(targets.masses[0], targets.masses[second]), 0.5);
  const pair = logPairDensity(parents, pole, production, unit);
  const spread = logDecayFactors(completed, settings);
  const decayed = decays === 'top' ? add(spread, logTopDecays(completed, shells)) : spread;
  const kernel = logMassDensity(masses, targets, outliers);
  const measure = sub(draws.minusLogDensity, add(log(invisible[0].e), log(invisible[1].e)));
  const density: Tensor2D = add(add(pair, decayed), add(kernel, measure));
  return { completed, logWeights: logResolution ? add(density, logResolution) : density };
}
