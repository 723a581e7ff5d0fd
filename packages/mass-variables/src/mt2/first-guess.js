import { EVENT } from "./event.js";
import { levelAt } from "./level-at.js";
/** Where to start: the share of the level that half of P for each invisible particle gives. */
const FIRST_LEVEL = 0.2;
/** Masses are taken for at least a tenth of the momentum, so that sets stay ellipses of finite length. */
const LEAST_MASS_SQUARED = 0.01;
/** What `aim` finds, a unit vector. */
export const direction = new Float64Array(2);
/**
 * A first guess of the level X at which the branches can share the missing transverse momentum.
 *
 * @param event Row of an `EVENT`.
 * @param slack (M₀² − (m₂ + m_k2)²)/2.
 */
export function firstLevel(event, slack) {
    const kx = event[EVENT.Px] / 2;
    const ky = event[EVENT.Py] / 2;
    const level1 = levelAt(event[EVENT.m1], event[EVENT.x1], event[EVENT.y1], event[EVENT.mk1], kx, ky);
    const level2 = levelAt(event[EVENT.m2], event[EVENT.x2], event[EVENT.y2], event[EVENT.mk2], kx, ky);
    return FIRST_LEVEL * Math.max(level1, level2 - slack);
}
/**
 * Sets `direction` to one that about separates the sets R₁ and P − R₂ at a level: the difference of the centres of
 * the two ellipses, divided by the sum of their shapes (K/m³) (m² + p pᵀ).
 *
 * @param event Row of an `EVENT`.
 * @param X Level, positive.
 * @param slack (M₀² − (m₂ + m_k2)²)/2.
 */
export function aim(event, X, slack) {
    const x1 = event[EVENT.x1];
    const y1 = event[EVENT.y1];
    const x2 = event[EVENT.x2];
    const y2 = event[EVENT.y2];
    const m1 = event[EVENT.m1];
    const m2 = event[EVENT.m2];
    const mm1 = Math.max(m1 * m1, LEAST_MASS_SQUARED * (x1 * x1 + y1 * y1));
    const mm2 = Math.max(m2 * m2, LEAST_MASS_SQUARED * (x2 * x2 + y2 * y2));
    const product1 = m1 * event[EVENT.mk1];
    const product2 = m2 * event[EVENT.mk2];
    const above2 = X + slack;
    const K1 = Math.sqrt(X * (X + 2 * product1)) * mm2 * Math.sqrt(mm2);
    const K2 = Math.sqrt(above2 * (above2 + 2 * product2)) * mm1 * Math.sqrt(mm1);
    const xx = K1 * (mm1 + x1 * x1) + K2 * (mm2 + x2 * x2);
    const xy = K1 * x1 * y1 + K2 * x2 * y2;
    const yy = K1 * (mm1 + y1 * y1) + K2 * (mm2 + y2 * y2);
    const centre1 = (X + product1) / mm1;
    const centre2 = (above2 + product2) / mm2;
    const dx = event[EVENT.Px] - centre1 * x1 - centre2 * x2;
    const dy = event[EVENT.Py] - centre1 * y1 - centre2 * y2;
    let nx = yy * dx - xy * dy;
    let ny = xx * dy - xy * dx;
    if ((m1 === 0 && nx * x1 + ny * y1 >= 0) || (m2 === 0 && nx * x2 + ny * y2 >= 0)) {
        const p1 = Math.sqrt(x1 * x1 + y1 * y1);
        const p2 = Math.sqrt(x2 * x2 + y2 * y2);
        nx = -x1 / p1 - x2 / p2;
        ny = -y1 / p1 - y2 / p2;
    }
    const length = Math.sqrt(nx * nx + ny * ny);
    direction[0] = nx / length;
    direction[1] = ny / length;
}
