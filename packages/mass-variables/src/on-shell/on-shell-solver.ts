import type { AntlerEvents } from '../antler-events.ts';
import { CIRCLE } from './circle.ts';
import { FRAME, makeFrame } from './frame.ts';
import { alignFrames } from './align-frames.ts';
import { countCrossings, crossings, slopeAt } from './crossings.ts';
import { MOST_SOLUTIONS, SOLUTION, TRIAL, VISIBLE } from './layout.ts';
import { QUARTIC, setLinePair } from './line-pair.ts';
import { loadVisible } from './load-visible.ts';
import { setCircle } from './circle.ts';

/**
 * All invisible momenta that put both branches of an antler event on trial mass shells, exactly.
 *
 *     k_i² = m_Ci²,   (b_i + k_i)² = m_Bi²,   (a_i + b_i + k_i)² = m_Ai²,   k₁T + k₂T = pTmiss
 *
 * Eight equations for eight unknowns: 0, 2 or 4 real solutions with positive energies. In the frame of
 * `FRAME` three mass shells leave k_i on a circle R_i (cosφ_i, sinφ_i), and pTmiss maps one circle on
 * an ellipse in the plane of the other,
 *
 *     w₂ = h − G w₁,   |w_i| = R_i,   G = T₂⁻¹T₁ = diag(g₁, g₂) after turning both frames
 *
 * a quartic, solved by two lines: see `setLinePair`. What depends on the momenta alone is prepared
 * once per event, so that many trial masses are cheap. Nothing is allocated by an event.
 *
 * The density of visible momenta needs E₁E₂|det J| at every solution,
 *
 *     J = ∂(m_B1², m_A1², m_B2², m_A2²)/∂(k_x, k_y, k_1z, k_2z),   k_1T = k_T,   k_2T = pTmiss − k_T
 *     E₁E₂ |det J| = 8 √(gram₁ gram₂) |det T₂| |∂(|w₂|²)/∂φ₁|
 *
 * finite also where an energy is 0, and 0 where two solutions merge.
 *
 * @see L. Sonnenschein, Phys. Rev. D 73 (2006) 054015, arXiv:hep-ph/0603011, who eliminates to a quartic
 * @see B. A. Betchart, R. Demina, A. Harel, Nucl. Instrum. Meth. A 736 (2014) 169, arXiv:1305.1878, for
 *  the ellipses; H.-C. Cheng et al., JHEP 12 (2007) 076, arXiv:0707.0030, for what they tell about masses
 */
export class OnShellSolver {
  /** The momenta, laid out as `VISIBLE`, GeV; after a change call `prepare`. */
  readonly visible: Float64Array = new Float64Array(VISIBLE.length);
  /** The trial masses, laid out as `TRIAL`, GeV; changed at will. */
  readonly trial: Float64Array = new Float64Array(TRIAL.length);
  /** Rows of `SOLUTION`, as many as `solve` returned. */
  readonly solutions: Float64Array = new Float64Array(MOST_SOLUTIONS * SOLUTION.length);

  /** Frame of the branch whose angle is solved for, and of the other. */
  #driver = new Float64Array(FRAME.length);
  #follower = new Float64Array(FRAME.length);
  /** Where the masses and the momentum of the driver stand; those of the follower take the other place. */
  #branch = 0;
  #ready = false;
  readonly #circle1 = new Float64Array(CIRCLE.length);
  readonly #circle2 = new Float64Array(CIRCLE.length);
  /** g₁ and g₂. */
  readonly #stretch = new Float64Array(2);
  /** h. */
  readonly #offset = new Float64Array(2);
  readonly #f = new Float64Array(QUARTIC.length);
  readonly #points = new Float64Array(2 * MOST_SOLUTIONS);

  /**
   * Takes an event.
   *
   * @param events The measured momenta: n events, GeV.
   * @param i Number of the event.
   * @param exchanged Whether to pair a₁ with b₂ and a₂ with b₁.
   * @returns As `prepare`.
   */
  load(events: AntlerEvents, i: number, exchanged = false): boolean {
    loadVisible(events, i, exchanged, this.visible);
    return this.prepare();
  }

  /**
   * Does what depends on the momenta alone.
   *
   * @returns Whether the event can have solutions: not if a and b of a branch are collinear and
   *  massless, nor if in both branches they have the same rapidity or a number is not finite.
   */
  prepare(): boolean {
    const { visible } = this;
    this.#branch = 0;
    this.#ready =
      makeFrame(visible, VISIBLE.a1E, this.#driver) &&
      makeFrame(visible, VISIBLE.a2E, this.#follower) &&
      Math.abs(visible[VISIBLE.ptmissX]) + Math.abs(visible[VISIBLE.ptmissY]) < Infinity;
    if (!this.#ready) return false;
    // The map is inverted where it is closer to a plane's on itself.
    if (Math.abs(this.#driver[FRAME.area]) > Math.abs(this.#follower[FRAME.area])) {
      [this.#driver, this.#follower] = [this.#follower, this.#driver];
      this.#branch = 1;
    }
    this.#ready = this.#follower[FRAME.area] !== 0;
    if (this.#ready) alignFrames(this.#driver, this.#follower, this.#stretch);
    return this.#ready;
  }

  /**
   * Finds all solutions at the trial masses.
   *
   * @returns How many there are, 0, 2 or 4; `solutions` holds them.
   */
  solve(): number {
    if (!this.#setQuartic()) return 0;
    const count = crossings(this.#f, this.#points);
    for (let k = 0; k < count; ++k) this.#complete(k);
    return count;
  }

  /**
   * Counts the solutions at the trial masses, without finding them.
   *
   * @returns 0, 2 or 4.
   */
  count(): number {
    return this.#setQuartic() ? countCrossings(this.#f) : 0;
  }

  #setQuartic(): boolean {
    if (!this.#ready) return false;
    const one = this.#circle1;
    const two = this.#circle2;
    const at = this.#branch === 0 ? TRIAL.A1 : TRIAL.A2;
    const other = this.#branch === 0 ? TRIAL.A2 : TRIAL.A1;
    if (!setCircle(this.#driver, this.trial, at, one)) return false;
    if (!setCircle(this.#follower, this.trial, other, two)) return false;
    const { visible } = this;
    const f = this.#f;
    const follower = this.#follower;
    const dx = visible[VISIBLE.ptmissX] - one[CIRCLE.x] - two[CIRCLE.x];
    const dy = visible[VISIBLE.ptmissY] - one[CIRCLE.y] - two[CIRCLE.y];
    const area = follower[FRAME.area];
    const hx = (follower[FRAME.vy] * dx - follower[FRAME.vx] * dy) / area;
    const hy = (follower[FRAME.ux] * dy - follower[FRAME.uy] * dx) / area;
    this.#offset[0] = hx;
    this.#offset[1] = hy;
    const r2 = one[CIRCLE.r2];
    const r = Math.sqrt(r2);
    const g1 = this.#stretch[0];
    const g2 = this.#stretch[1];
    f[QUARTIC.A] = 0.5 * (g1 - g2) * (g1 + g2);
    f[QUARTIC.B] = (-2 * g1 * hx) / r;
    f[QUARTIC.C] = (-2 * g2 * hy) / r;
    f[QUARTIC.D] = (hx * hx + hy * hy - two[CIRCLE.r2]) / r2 + 0.5 * (g1 * g1 + g2 * g2);
    setLinePair(f);
    return true;
  }

  #complete(k: number): void {
    const x = this.#points[2 * k];
    const y = this.#points[2 * k + 1];
    const r2 = this.#circle1[CIRCLE.r2];
    const r = Math.sqrt(r2);
    const driver = this.#driver;
    const follower = this.#follower;
    const at = k * SOLUTION.length;
    const first = at + (this.#branch === 0 ? SOLUTION.k1E : SOLUTION.k2E);
    const second = at + (this.#branch === 0 ? SOLUTION.k2E : SOLUTION.k1E);
    const along = this.#offset[0] - this.#stretch[0] * r * x;
    const across = this.#offset[1] - this.#stretch[1] * r * y;
    writeMomentum(driver, this.#circle1, r * x, r * y, this.solutions, first);
    writeMomentum(follower, this.#circle2, along, across, this.solutions, second);
    const levers = 8 * Math.sqrt(driver[FRAME.gram]) * follower[FRAME.lever];
    this.solutions[at + SOLUTION.jacobian] = levers * r2 * Math.abs(slopeAt(this.#f, x, y));
    // The other crossing of the same line is its neighbour.
    const dx = 0.5 * (x - this.#points[2 * (k ^ 1)]);
    const dy = 0.5 * (y - this.#points[2 * (k ^ 1) + 1]);
    this.solutions[at + SOLUTION.apart] = dx * dx + dy * dy;
  }
}

function writeMomentum(
  frame: Float64Array,
  circle: Float64Array,
  s: number,
  t: number,
  out: Float64Array,
  at: number
): void {
  const alpha = circle[CIRCLE.alpha];
  const beta = circle[CIRCLE.beta];
  for (let c = 0; c < 4; ++c) {
    out[at + c] =
      alpha * frame[FRAME.aE + c] +
      beta * frame[FRAME.bE + c] +
      s * frame[FRAME.uE + c] +
      t * frame[FRAME.vE + c];
  }
}
