import { breitWignerQuantile, offShellMass } from './breit-wigner.ts';
import type { TrialGrid } from './trial-grid.ts';

/**
 * Masses of A₁, A₂, B₁ and B₂ within their widths, at every trial mass: they follow it.
 *
 *     m² = M² + MΓ t,   the same t at every trial mass M
 *
 * So every draw counts at every trial mass, and what it contributes changes smoothly from one to the next.
 */
export class OffShellMasses {
  /** Of A₁ and A₂ at each trial mass of A, of B₁ and B₂ at each of B, GeV. */
  readonly A1: Float64Array;
  readonly A2: Float64Array;
  readonly B1: Float64Array;
  readonly B2: Float64Array;
  readonly #grid: TrialGrid;
  readonly #widths: readonly [number, number];

  /**
   * @param grid Trial masses.
   * @param widthA Width of A, GeV; likewise `widthB`.
   */
  constructor(grid: TrialGrid, widthA: number, widthB: number) {
    this.#grid = grid;
    this.#widths = [widthA, widthB];
    [this.A1, this.A2] = [grid.mA.slice(), grid.mA.slice()];
    [this.B1, this.B2] = [grid.mB.slice(), grid.mB.slice()];
  }

  /** How many quantiles `set` takes. */
  get unknowns(): number {
    return this.#widths.reduce((sum, width) => sum + (width > 0 ? 2 : 0), 0);
  }

  /**
   * Sets the masses.
   *
   * @param quantiles Of A₁ and A₂ unless they are narrow, then of B₁ and B₂ unless those are.
   * @param from Where they start.
   */
  set(quantiles: Float64Array, from: number): void {
    const { mA, mB } = this.#grid;
    const [widthA, widthB] = this.#widths;
    const ofB = widthA > 0 ? from + 2 : from;
    if (widthA > 0) {
      draw(mA, widthA, quantiles[from], this.A1);
      draw(mA, widthA, quantiles[from + 1], this.A2);
    }
    if (widthB > 0) {
      draw(mB, widthB, quantiles[ofB], this.B1);
      draw(mB, widthB, quantiles[ofB + 1], this.B2);
    }
  }
}

function draw(poles: Float64Array, width: number, quantile: number, out: Float64Array): void {
  const t = breitWignerQuantile(quantile);
  for (let i = 0; i < poles.length; ++i) out[i] = offShellMass(poles[i], width, t);
}
