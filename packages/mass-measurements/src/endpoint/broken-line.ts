import type { Cells, Cut } from './cells.ts';
import { emptyCells, fillCells } from './cells.ts';
import { maximise } from '../spectrum/maximise.ts';
import type { LinearDensity } from '../spectrum/maximise.ts';
import { normalBelow, normalDensity } from '../spectrum/normal.ts';
import type { RunningSums } from '../spectrum/running-sums.ts';
import { smearedPower } from './smeared-power.ts';

/** How the density passes the endpoint: with a bend only, with a fall as well, or falling like a root. */
export type Shape = 'kink' | 'step' | 'root';

/** A shape, and the resolution that smears it; bins of the spectrum. */
export interface Edge {
  readonly shape: Shape;
  readonly sigma: number;
}

/** What the lines are made of: the functions of `lineValues`. */
export const TERMS = { kink: 3, step: 4, root: 4 } as const satisfies Record<Shape, number>;

const smearedRoot = smearedPower(1 / 2);
const smearedRootCubed = smearedPower(3 / 2);

/** The lengths on both sides of an endpoint, and the resolution; bins. */
interface Lengths {
  readonly below: number;
  readonly above: number;
  readonly sigma: number;
}

/**
 * Values of the functions that a density on both sides of an endpoint is a sum of.
 *
 *     below: t and 1 − t for x < x₀, t = (x₀ − x)/ℓ;   above: (H − x)/r and (x − x₀)/r for x ≥ x₀
 *     root, below: t√t and √t − t√t, on the line that goes on above
 *
 * M_2CC ends in a step; M_T2 is smaller by the square of a longitudinal momentum, which makes a root
 * of the step. Each is smeared by a Gaussian; its line is taken to go on beyond the window.
 *
 * @param shape The shape: a kink has one triangle for both sides of the endpoint.
 * @param distance x₀ − x.
 * @param lengths ℓ = x₀ − L, r = H − x₀ and the resolution.
 * @param out Receives the values from `at` on.
 * @param at Where to write.
 */
export function lineValues(
  shape: Shape,
  distance: number,
  { below, above, sigma }: Lengths,
  out: Float64Array,
  at: number
): void {
  const sharp = distance > 0 ? 1 : 0;
  const onLeft = sigma > 0 ? normalBelow(distance / sigma) : sharp;
  const spill = sigma > 0 ? sigma * normalDensity(distance / sigma) : 0;
  const low = Math.max(0, distance * onLeft + spill) / below;
  const high = Math.max(0, -distance * (1 - onLeft) + spill) / above;
  const toLeft = Math.max(0, onLeft - low);
  const toRight = Math.max(0, 1 - onLeft - high);
  const [first, second] = shape === 'root' ? rootValues(distance, below, sigma) : [low, toLeft];
  out[at] = first;
  out[at + 1] = shape === 'kink' ? toLeft + toRight : second;
  if (shape === 'step') out[at + 2] = toRight;
  if (shape === 'root') out[at + 2] = toLeft + toRight;
  out[at + TERMS[shape] - 1] = high;
}

/** t√t and √t − t√t, smeared. */
function rootValues(distance: number, below: number, sigma: number): [number, number] {
  if (sigma > 0) {
    const [z, s] = [distance / sigma, sigma / below];
    const cubed = s * Math.sqrt(s) * smearedRootCubed(z);
    return [cubed, Math.max(0, Math.sqrt(s) * smearedRoot(z) - cubed)];
  }
  const t = Math.max(0, distance) / below;
  return [t * Math.sqrt(t), (1 - t) * Math.sqrt(t)];
}

/** Integrals of the same over the window. */
function lineAreas(shape: Shape, { below, above, sigma }: Lengths, out: Float64Array): void {
  const low = (below + (sigma * sigma) / below) / 2;
  const high = (above + (sigma * sigma) / above) / 2;
  const [toLeft, toRight] = [below - low, above - high];
  // ∫ t^p, smeared: ⟨(1 + σg/ℓ)^{p+1}⟩/(p + 1) over the Gaussian g, to the second order.
  const square = (sigma / below) ** 2;
  const root = below * (2 / 3) * (1 + (3 / 8) * square);
  const cubed = below * (2 / 5) * (1 + (15 / 8) * square);
  const areas: Record<Shape, number[]> = {
    kink: [low, toLeft + toRight, high],
    step: [low, toLeft, toRight, high],
    root: [cubed, root - cubed, toLeft + toRight, high],
  };
  out.set(areas[shape]);
}

/**
 * Fits the density on both sides of trial endpoints.
 *
 *     f(x) = Σ_j u_j φ_j(x),   φ the functions of `lineValues`,   u_j ≥ 0, which is f ≥ 0
 *
 * The maximum of the extended likelihood over the u is found anew for each x₀, from that of the one
 * before.
 */
export class BrokenLineFit {
  readonly #sums: RunningSums;
  readonly #edge: Edge;
  readonly #cells: Cells = emptyCells();
  readonly #density: LinearDensity;
  readonly #u: Float64Array;

  /**
   * @param sums Running sums of the spectrum.
   * @param edge Whether the lines meet, and how they are smeared.
   */
  constructor(sums: RunningSums, edge: Edge) {
    const terms = TERMS[edge.shape];
    this.#sums = sums;
    this.#edge = edge;
    this.#u = new Float64Array(terms).fill(1);
    this.#density = {
      terms,
      areas: new Float64Array(terms),
      values: new Float64Array(this.#cells.weight.length * terms),
      weights: this.#cells.weight,
      places: 0,
    };
  }

  /**
   * The likelihood of a trial endpoint.
   *
   * @param cut Window and endpoint.
   * @returns ln L at its maximum over the lines.
   */
  logLikelihood(cut: Cut): number {
    fillCells(this.#sums, cut, this.#cells);
    const { shape, sigma } = this.#edge;
    const lengths = { below: cut.at - cut.low, above: cut.high - cut.at, sigma };
    const density = this.#density;
    lineAreas(shape, lengths, density.areas);
    density.places = this.#cells.length;
    for (let i = 0; i < density.places; ++i) {
      const t = this.#cells.position[i];
      const distance = -t * (t < 0 ? lengths.below : lengths.above);
      lineValues(shape, distance, lengths, density.values, i * density.terms);
    }
    return maximise(density, this.#u);
  }

  /** @returns A copy of the coefficients at the last trial endpoint. */
  coefficients(): Float64Array {
    return this.#u.slice();
  }
}
