import { add, div, exp, log, mul, neg, onesLike, square, sub } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import { completeEvent } from './completed-event.ts';
import type { CompletionSettings } from './completed-event.ts';
import type { EventColumns } from './event-columns.ts';
import { massSlopes } from './mass-slopes.ts';
import {
  choleskyFactor,
  precisionMatrix,
  product,
  solveBackward,
  solveForward,
  sumOf,
} from './normal-equations.ts';
import type { Entry } from './normal-equations.ts';

/** Λ of solving, in units of that of drawing: with as much as that, steps end before the mass shells. */
const SOLVING_TRUST = 1e-3;

/** Auxiliary masses and their resolutions, one of each per shell, units of `unit`. */
export interface ShellTargets {
  readonly masses: readonly Scalar[];
  readonly resolutions: readonly Scalar[];
}

/** Draws of the unknowns of each event. */
export interface Draws {
  /** [n, S] each. */
  readonly unknowns: readonly Tensor2D[];
  /** −ln of the density they were drawn with, up to a constant: [n, S]. */
  readonly minusLogDensity: Tensor2D;
}

/** Number of network outputs for d unknowns: means, a triangular matrix, one trust. */
export function proposalOutputs(unknowns: number): number {
  return unknowns + (unknowns * (unknowns + 1)) / 2 + 1;
}

/**
 * Where the network looks for the unknowns of an event.
 *
 * The network says a mean z₀, how far it is to be trusted, and the shape L of a Gaussian. One
 * Gauss–Newton step towards the mass shells mends the mean, and the curvature there gives the
 * Gaussian its size:
 *
 *     P = Jᵀ T⁻² J + Λ,   z₁ = z₀ + P⁻¹ [Jᵀ T⁻² (m̃ − m(z₀)) + Λ_u (0 − u₀)],   P = C Cᵀ at z₁
 *     z = z₁ + C⁻ᵀ L ε,   ln Q = −ε²/2 − Σ ln L_kk + Σ ln C_kk + const
 *
 * so that it follows the resolutions τ however small they become.
 *
 * @param outputs Of the network, columns [n, 1], `proposalOutputs` of them.
 * @param noise ε, columns [n, S], one per unknown.
 * @param event The events.
 * @param targets m̃ and τ of each shell.
 * @param settings Topology, resolutions, m_C.
 */
export function drawUnknowns(
  outputs: readonly Tensor2D[],
  noise: readonly Tensor2D[],
  event: EventColumns,
  targets: ShellTargets,
  settings: CompletionSettings
): Draws {
  const d = noise.length;
  const share = meanEnergy(event);
  const start = noise.map((_, i): Tensor2D => (i < 4 ? mul(outputs[i], share) : outputs[i]));
  const trust = trustOf(outputs, event);
  const prior = noise.map((_, i) => (i < 4 ? trust : onesLike(share)));
  const { curvature, stepFrom } = towardsShells(event, targets, settings, prior);
  const mean = stepFrom(start);
  const final = curvature(mean).factor;
  const shape = shapeOutputs(outputs.slice(d), noise);
  const spread = solveBackward(final, shape.values);
  const size = final.reduce<Tensor2D>(
    (sum, row, i) => sub(sum, log(row[i]!)),
    shape.logDeterminant
  );
  const half = noise.reduce<Entry>((sum, e) => sumOf(sum, mul(square(e), 0.5)), undefined)!;
  return {
    unknowns: mean.map((z, i): Tensor2D => add(z, spread[i]!)),
    minusLogDensity: add(half, size),
  };
}

/**
 * Solves each draw for the invisible momenta, at true energies and pTmiss drawn from their resolutions.
 *
 *     q ← q + P⁻¹ Jᵀ T⁻² (m̃ − m(q)),   P = Jᵀ T⁻² J + Λ,   ln ∫ d⁴q around q = −½ ln det P + const
 *
 * `steps` times, from where `drawUnknowns` put q. Where an event has several solutions draws end at each of them; the
 * volume around one (Laplace's approximation) stands in the place of the density of the draw.
 *
 * @param draws Of `drawUnknowns`.
 * @param outputs Of the network, as there.
 * @param noise As there; what is behind the first four numbers are true energies and pTmiss.
 * @param event The events.
 * @param targets m̃ and τ of each shell.
 * @param settings Topology, resolutions, m_C.
 * @param steps How many.
 */
export function solveDraws(
  { unknowns }: Draws,
  outputs: readonly Tensor2D[],
  noise: readonly Tensor2D[],
  event: EventColumns,
  targets: ShellTargets,
  settings: CompletionSettings,
  steps: number
): Draws {
  const trust = mul<Tensor2D>(trustOf(outputs, event), SOLVING_TRUST);
  const shells = towardsShells(event, targets, settings, [trust, trust, trust, trust]);
  const measured = noise.slice(4);
  let at: readonly Tensor2D[] = [...unknowns.slice(0, 4), ...measured];
  for (let k = 0; k < steps; ++k) at = [...shells.stepFrom(at), ...measured];
  const { factor } = shells.curvature(at);
  const volume = factor.reduce<Entry>((sum, row, i) => sumOf(sum, neg(log(row[i]!))), undefined)!;
  const drawn = measured.map((u): Tensor2D => mul(square(u), 0.5));
  return { unknowns: at, minusLogDensity: drawn.reduce((sum, term) => add(sum, term), volume) };
}

/** L ε for a lower triangular L with a positive diagonal, and ln det L. */
function shapeOutputs(outputs: readonly Tensor2D[], noise: readonly Tensor2D[]) {
  let at = 0;
  let logDeterminant: Entry;
  const values = noise.map((e, i) => {
    const logScale = outputs[at++];
    logDeterminant = sumOf(logDeterminant, logScale);
    let value: Tensor2D = mul(e, exp(logScale));
    for (let j = 0; j < i; ++j) value = add(value, mul(noise[j], outputs[at++]));
    return value;
  });
  return { values, logDeterminant: logDeterminant! };
}

/**
 * Gauss–Newton steps from any point, of the first unknowns.
 *
 * @param prior Λ: one per unknown that moves; those behind the fourth are pulled to 0.
 */
function towardsShells(
  event: EventColumns,
  targets: ShellTargets,
  settings: CompletionSettings,
  prior: readonly Tensor2D[]
) {
  const weights = targets.resolutions.map((tau): Scalar => square(div(1, tau)));
  const curvature = (at: readonly Tensor2D[]) => {
    const completed = completeEvent(event, at, settings);
    const slopes = massSlopes(event, completed, settings);
    return { completed, slopes, factor: choleskyFactor(precisionMatrix(slopes, weights, prior)) };
  };
  const stepFrom = (at: readonly Tensor2D[]): readonly Tensor2D[] => {
    const { completed, slopes, factor } = curvature(at);
    const misses = targets.masses.map((mass, i): Tensor2D => sub(mass, completed.masses[i]));
    const moving = at.slice(0, prior.length);
    const force = moving.map((z, i) =>
      slopes.reduce<Entry>(
        (sum, row, shell) => sumOf(sum, product(product(row[i], misses[shell]), weights[shell])),
        i < 4 ? undefined : neg(z)
      )
    );
    const step = solveBackward(factor, solveForward(factor, force));
    return moving.map((z, i): Tensor2D => add(z, step[i]!));
  };
  return { curvature, stepFrom };
}

/** H per visible. */
function meanEnergy({ energy, visibles }: EventColumns): Tensor2D {
  return mul<Tensor2D>(energy, 1 / visibles.length);
}

/** Λ of the invisible momenta: what the network says last, per mean energy, squared. */
function trustOf(outputs: readonly Tensor2D[], event: EventColumns): Tensor2D {
  return square(div(exp(outputs[outputs.length - 1]), meanEnergy(event)));
}
