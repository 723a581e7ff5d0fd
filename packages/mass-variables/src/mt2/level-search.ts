import { Arc } from './arc.ts';
import { Separation } from './separation.ts';

/** Steps of Newton's method, five of which are the rule, before the arc is halved instead. */
const NEWTON_STEPS = 30;
/** Far above what halving an arc to nothing takes. */
const ALL_STEPS = 1000;
const STEP_DOWN = 16;

/**
 * Finds the lowest level at which two branches can share the missing transverse momentum.
 *
 *     X* = max over n of X(n),   h(n, X(n)) = 0,   X = (M² − M₀²)/2
 *
 * Newton's method on h = 0 and ∂h/∂angle = 0 together, kept safe by two facts. h is concave in X:
 * a Newton step in X never passes X(n) ≤ X*, so the level is a lower bound at all times. h is convex
 * in n: at such a level the residual r = k₁ + k₂ − P confines the best direction to n·r ≤ 0, so it
 * stays in an arc, which is halved where Newton's method leaves it or takes too long.
 */
export class LevelSearch {
  readonly separation = new Separation();
  /** Where the best direction can be; to be reset and cut for massless visibles before each run. */
  readonly arc = new Arc();
  /** Evaluations of h in the last run. */
  steps = 0;
  private nx = NaN;
  private ny = NaN;
  private X = NaN;
  private thresholdSquared = NaN;

  /**
   * @param nx Component along x of a first direction, any length, inside the arc; likewise `ny`.
   * @param X A level near X*, from either side, positive.
   * @param thresholdSquared M₀²: X* is accurate to the rounding of M₀² + 2X*.
   * @returns X*; 0 if no level above 0 separates the branches along the first direction.
   */
  run(nx: number, ny: number, X: number, thresholdSquared: number): number {
    this.turnTo(nx, ny);
    this.X = X;
    this.thresholdSquared = thresholdSquared;
    this.steps = 0;
    if (!this.findLowerBound()) return 0;
    while (this.steps < ALL_STEPS && this.improve());
    return this.X;
  }

  /** Lowers X until it is at most X(n) but for rounding; false if that is 0. */
  private findLowerBound(): boolean {
    const { separation } = this;
    const negligible = Number.EPSILON * Number.EPSILON * (this.thresholdSquared + this.X);
    while (this.X > negligible) {
      this.evaluate();
      if (separation.overlap <= this.rounding) return true;
      const root = this.X - separation.overlap / separation.overlapRate;
      const close = root > this.X / STEP_DOWN;
      this.X = root > 0 ? root : this.X / STEP_DOWN;
      // A larger step leaves the rounding of the old X in the new one.
      if (close) return true;
    }
    return false;
  }

  /** One step; false once nothing is left to gain. */
  private improve(): boolean {
    this.evaluate();
    const { overlapRate, stiffness } = this.separation;
    // A massless branch has no farthest point on the very edge of its arc.
    if (!(this.separation.overlap < Infinity)) return this.halve();
    const { rounding } = this;
    // The level is a lower bound, so an overlap this small is none.
    const overlap = this.separation.overlap > rounding ? this.separation.overlap : Math.min(0, this.separation.overlap);
    this.cut(overlap);
    const rise = Math.max(0, -overlap / overlapRate);
    const turn = this.separation.turn + rise * this.separation.turnRate;
    const gain = (turn * turn) / (2 * stiffness) - overlap;
    this.X += rise;
    if (gain <= rounding && overlap <= 0) return false;
    if (this.steps > NEWTON_STEPS) return -overlap > rounding || this.halve();
    const angle = -turn / stiffness;
    this.turnTo(this.nx - angle * this.ny, this.ny + angle * this.nx);
    return this.arc.holds(this.nx, this.ny) || this.halve();
  }

  /** What rounding can make of h = 0. */
  private get rounding(): number {
    const { noise, overlapRate } = this.separation;
    return noise + Number.EPSILON * (this.thresholdSquared + STEP_DOWN * this.X) * overlapRate;
  }

  private evaluate(): void {
    this.steps++;
    this.separation.at(this.nx, this.ny, this.X);
  }

  /** Keeps the directions with n·r ≤ 0. */
  private cut(overlap: number): void {
    const { turn } = this.separation;
    this.arc.cut(overlap * this.nx - turn * this.ny, overlap * this.ny + turn * this.nx);
  }

  /** Goes to the middle of the arc; false if that is where it stands, for the arc is exhausted. */
  private halve(): boolean {
    const { nx, ny } = this;
    this.turnTo(this.arc.middleX, this.arc.middleY);
    return !this.arc.empty && (this.nx !== nx || this.ny !== ny);
  }

  private turnTo(nx: number, ny: number): void {
    const length = Math.sqrt(nx * nx + ny * ny);
    this.nx = nx / length;
    this.ny = ny / length;
  }
}
