/**
 * An arc of directions, at most a half-circle, that still holds the one searched for.
 *
 * Directions are unit vectors, so no angle is ever computed or wrapped. The arc runs
 * counterclockwise from `from` to `to`.
 */
export class Arc {
    fromX = NaN;
    fromY = NaN;
    toX = NaN;
    toY = NaN;
    /** True until the first cut: every direction is allowed. */
    full = true;
    /** True once cuts have left nothing. */
    empty = false;
    /** Allows every direction again. */
    reset() {
        this.full = true;
        this.empty = false;
    }
    /**
     * Keeps the directions n with n·r ≤ 0.
     *
     * @param rx Component of r along x, any length; likewise `ry`. r = 0 cuts nothing.
     */
    cut(rx, ry) {
        const length = Math.sqrt(rx * rx + ry * ry);
        if (!(length > 0))
            return;
        const x = rx / length;
        const y = ry / length;
        const dropsFrom = this.full || this.fromX * x + this.fromY * y > 0;
        const dropsTo = this.full || this.toX * x + this.toY * y > 0;
        // An arc up to a half-circle with both ends inside a half-plane lies inside it.
        this.empty = this.empty || (dropsFrom && dropsTo && !this.full);
        if (dropsFrom) {
            this.fromX = -y;
            this.fromY = x;
        }
        if (dropsTo) {
            this.toX = y;
            this.toY = -x;
        }
        this.full = false;
    }
    /** Whether a unit vector lies strictly between the ends. */
    holds(nx, ny) {
        if (this.full)
            return true;
        return this.fromX * ny - this.fromY * nx > 0 && nx * this.toY - ny * this.toX > 0;
    }
    /** Direction along x of the middle, not of unit length; likewise `middleY`. */
    get middleX() {
        return this.wide ? this.toY - this.fromY : this.fromX + this.toX;
    }
    get middleY() {
        return this.wide ? this.fromX - this.toX : this.fromY + this.toY;
    }
    /** Beyond a right angle the sum of the ends loses digits, below it their difference does. */
    get wide() {
        return this.fromX * this.toX + this.fromY * this.toY < 0;
    }
}
