/** Sweeps of three rotations; four or five are the rule. */
const SWEEPS = 12;
/** Square of the off-diagonal part, relative to that of the trace, that is only rounding. */
const ROUNDING = 1e-34;
/** Eigenvalues and eigenvectors of a symmetric 3 × 3 matrix, by Jacobi's rotations. */
export class PrincipalAxes {
  /** The eigenvalues, in no order. */
  l1 = NaN;
  l2 = NaN;
  l3 = NaN;
  /** Entry 3i + j: component i of eigenvector j. */
  axes = new Float64Array(9);
  /** The elements off the diagonal that are still to be rotated away. */
  k12 = NaN;
  k13 = NaN;
  k23 = NaN;
  cos = NaN;
  sin = NaN;
  /** Diagonalises the matrix with these elements. */
  set(k11, k12, k13, k22, k23, k33) {
    const { axes } = this;
    this.l1 = k11;
    this.l2 = k22;
    this.l3 = k33;
    this.k12 = k12;
    this.k13 = k13;
    this.k23 = k23;
    axes.fill(0);
    axes[0] = 1;
    axes[4] = 1;
    axes[8] = 1;
    const trace = k11 + k22 + k33;
    const small = ROUNDING * trace * trace;
    for (let sweep = 0; sweep < SWEEPS && this.offDiagonal() > small; ++sweep) this.sweep();
  }
  offDiagonal() {
    return this.k12 * this.k12 + this.k13 * this.k13 + this.k23 * this.k23;
  }
  sweep() {
    const { k12, k13 } = this;
    if (k12 !== 0) {
      const shift = this.turn(this.l1, this.l2, k12) * k12;
      this.l1 -= shift;
      this.l2 += shift;
      this.k12 = 0;
      this.k13 = this.cos * k13 - this.sin * this.k23;
      this.k23 = this.sin * k13 + this.cos * this.k23;
      this.turnAxes(0, 1);
    }
    this.sweepThird();
  }
  sweepThird() {
    const { k13 } = this;
    if (k13 !== 0) {
      const shift = this.turn(this.l1, this.l3, k13) * k13;
      this.l1 -= shift;
      this.l3 += shift;
      this.k13 = 0;
      const { k12, k23 } = this;
      this.k12 = this.cos * k12 - this.sin * k23;
      this.k23 = this.sin * k12 + this.cos * k23;
      this.turnAxes(0, 2);
    }
    const { k23 } = this;
    if (k23 === 0) return;
    const shift = this.turn(this.l2, this.l3, k23) * k23;
    this.l2 -= shift;
    this.l3 += shift;
    this.k23 = 0;
    const { k12 } = this;
    this.k12 = this.cos * k12 - this.sin * this.k13;
    this.k13 = this.sin * k12 + this.cos * this.k13;
    this.turnAxes(1, 2);
  }
  /** Sets the rotation that makes k_pq vanish and returns its tangent. */
  turn(lp, lq, k) {
    const half = (lq - lp) / (2 * k);
    const root = Math.sqrt(1 + half * half);
    const tangent = half < 0 ? 1 / (half - root) : 1 / (half + root);
    this.cos = 1 / Math.sqrt(1 + tangent * tangent);
    this.sin = tangent * this.cos;
    return tangent;
  }
  turnAxes(p, q) {
    const { axes, cos, sin } = this;
    for (let i = 0; i < 9; i += 3) {
      const v = axes[i + p];
      axes[i + p] = cos * v - sin * axes[i + q];
      axes[i + q] = sin * v + cos * axes[i + q];
    }
  }
}
