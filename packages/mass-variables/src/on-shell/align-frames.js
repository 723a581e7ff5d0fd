import { FRAME, turnFrame } from "./frame.js";
/**
 * Turns two frames so that the map from the transverse plane of one to that of the other stretches
 * along their vectors.
 *
 *     T = (e₁T, e₂T),   T₂⁻¹ T₁ = diag(g₁, g₂) after turning,   g₁ ≥ |g₂|
 *
 * @param driver Frame 1.
 * @param follower Frame 2, whose area must not be 0.
 * @param stretch Receives g₁ and g₂.
 */
export function alignFrames(driver, follower, stretch) {
    const scale = 0.5 / follower[FRAME.area];
    const ux = follower[FRAME.ux];
    const uy = follower[FRAME.uy];
    const vx = follower[FRAME.vx];
    const vy = follower[FRAME.vy];
    const g11 = vy * driver[FRAME.ux] - vx * driver[FRAME.uy];
    const g12 = vy * driver[FRAME.vx] - vx * driver[FRAME.vy];
    const g21 = ux * driver[FRAME.uy] - uy * driver[FRAME.ux];
    const g22 = ux * driver[FRAME.vy] - uy * driver[FRAME.vx];
    // A turn with a stretch alike in all directions, and a reflection with another.
    const evenC = scale * (g11 + g22);
    const evenS = scale * (g21 - g12);
    const oddC = scale * (g11 - g22);
    const oddS = scale * (g21 + g12);
    const even = Math.sqrt(evenC * evenC + evenS * evenS);
    const odd = Math.sqrt(oddC * oddC + oddS * oddS);
    stretch[0] = even + odd;
    stretch[1] = even - odd;
    const sum = Math.atan2(evenS, evenC);
    const difference = Math.atan2(oddS, oddC);
    const forward = 0.5 * (sum - difference);
    const back = -0.5 * (sum + difference);
    turnFrame(driver, Math.cos(forward), Math.sin(forward));
    turnFrame(follower, Math.cos(back), Math.sin(back));
}
