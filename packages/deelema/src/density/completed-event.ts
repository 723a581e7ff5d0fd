import { add, div, log, maximum, mul, neg, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Momenta } from '../momenta.ts';
import { MASS_SQUARED_FLOOR } from '../mass.ts';
import { addAll, addFour, dot3, dot4, scaleFour } from './arithmetic.ts';
import type { Shell } from './chains.ts';
import type { EventColumns } from './event-columns.ts';

/** Least ratio of measured and true energy. */
const LEAST_RATIO = 0.1;

/** Least m_C², units of `unit` squared. */
const LEAST_MASS_SQUARED = 1e-8;

/** What K needs besides the unknowns. */
export interface CompletionSettings {
  readonly shells: readonly Shell[];
  /** Indices of the visibles with an energy resolution, in `visibleRoles`. */
  readonly smeared: readonly number[];
  /** Masses of the invisibles, units of `unit`. */
  readonly mC: readonly [number, number];
}

/** An event with values for all its unknowns: [n, 1] or [n, S]. */
export interface CompletedEvent {
  /** Visibles with their true energies. */
  readonly visibles: readonly Momenta<Tensor2D>[];
  /** Derivative of each smeared visible by its unknown. */
  readonly slopes: readonly Momenta<Tensor2D>[];
  readonly invisible: readonly [Momenta<Tensor2D>, Momenta<Tensor2D>];
  /** Four-momentum and mass of each shell. */
  readonly resonances: readonly Momenta<Tensor2D>[];
  readonly masses: readonly Tensor2D[];
  /** ln of the density of the measured energies and pTmiss at the true ones; undefined if all are perfect. */
  readonly logResolution: Tensor2D | undefined;
}

/** Number of unknowns: q_1x, q_1y, q_1z, q_2z, one per smeared visible, two for pTmiss. */
export function unknownsOf(smeared: number, ptmissResolution: boolean): number {
  return 4 + smeared + (ptmissResolution ? 2 : 0);
}

/**
 * The kinematic completion K with everything an event leaves open: pTmiss and m_C hold exactly.
 *
 *     p_true = p/(1 + σ u),   q_2T = pTmiss_true − q_1T,   E_i = √(m_C² + |q_i|²)
 *     pTmiss_true = pTmiss + Σ (p − p_true)_T − σ_miss w
 *
 * u and w are normally distributed. For light visibles d³p/2E turns into 1/(1 + σu)² du, so that
 * the density gains −u²/2 − 2 ln(1 + σu) and −w²/2.
 *
 * @param event The events.
 * @param unknowns In the order of `unknownsOf`: [n, 1] or [n, S] each.
 * @param settings Topology, resolutions, m_C.
 * @see PRR 5, 043186, Section II, item (i), for perfect measurements
 */
export function completeEvent(
  event: EventColumns,
  unknowns: readonly Tensor2D[],
  { shells, smeared, mC }: CompletionSettings
): CompletedEvent {
  const [x, y, z1, z2, ...rest] = unknowns;
  const visibles = [...event.visibles];
  const slopes: Momenta<Tensor2D>[] = [];
  const logs: Tensor2D[] = [];
  let [px, py]: [Tensor2D, Tensor2D | undefined] = [event.ptmiss, undefined];
  smeared.forEach((visible, i) => {
    const sigma = event.resolutions[i];
    const ratio: Tensor2D = maximum(add(mul(rest[i], sigma), 1), LEAST_RATIO);
    const measured = event.visibles[visible];
    const truth = scaleFour(measured, div(1, ratio));
    visibles[visible] = truth;
    slopes.push(scaleFour(measured, neg(div(sigma, square(ratio)))));
    px = add(px, sub(measured.px, truth.px));
    py = plus(py, sub(measured.py, truth.py));
    logs.push(neg(add(mul(square(rest[i]), 0.5), mul(log(ratio), 2))));
  });
  if (event.ptmissResolution !== undefined) {
    const [wx, wy] = rest.slice(smeared.length);
    px = sub(px, mul(wx, event.ptmissResolution));
    py = plus(py, neg(mul(wy, event.ptmissResolution)));
    logs.push(mul(add(square(wx), square(wy)), -0.5));
  }
  const first = onShell(x, y, z1, mC[0]);
  const second = onShell(sub(px, x), py === undefined ? neg(y) : sub(py, y), z2, mC[1]);
  const invisible = [first, second] as const;
  const resonances = shells.map(({ branch, below }) =>
    below.reduce<Momenta<Tensor2D>>((sum, i) => addFour(visibles[i], sum), invisible[branch])
  );
  return {
    visibles,
    slopes,
    invisible,
    resonances,
    masses: resonances.map((p) => sqrt(maximum(dot4(p, p), MASS_SQUARED_FLOOR))),
    logResolution: logs.length === 0 ? undefined : addAll(logs[0], ...logs.slice(1)),
  };
}

function onShell(px: Tensor2D, py: Tensor2D, pz: Tensor2D, mC: number): Momenta<Tensor2D> {
  const q = { px, py, pz };
  // A massless particle at rest would have an infinite slope.
  return { e: sqrt(add(dot3(q, q), Math.max(mC * mC, LEAST_MASS_SQUARED))), ...q };
}

function plus(sum: Tensor2D | undefined, term: Tensor2D): Tensor2D {
  return sum === undefined ? term : add(sum, term);
}
