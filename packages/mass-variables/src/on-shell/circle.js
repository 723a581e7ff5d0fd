import { FRAME } from "./frame.js";
import { TRIAL } from "./layout.js";
/** What the mass shells leave of k in the frame of its branch: a circle, as a row of numbers. */
export const CIRCLE = {
    /** Its centre α a + β b. */
    alpha: 0,
    beta: 1,
    /** Its radius squared, GeV². */
    r2: 2,
    /** Transverse components of the centre, GeV. */
    x: 3,
    y: 4,
    length: 5,
};
/**
 * Where k lies if a + b + k, b + k and k have given masses.
 *
 *     b·k = X = (m_B² − b² − m_C²)/2,   a·k = Y = (m_A² − m_B² − a² − 2 a·b)/2
 *     α = (X a·b − Y b²)/gram,   β = (Y a·b − X a²)/gram,   s² + t² = R² = αY + βX − m_C²
 *
 * X and Y are positive just where the energy of k is.
 *
 * @param frame Frame of the branch.
 * @param trial Trial masses, GeV.
 * @param at Where those of the branch start.
 * @param circle Receives the circle.
 * @returns Whether there is one.
 */
export function setCircle(frame, trial, at, circle) {
    const mA = trial[at + TRIAL.A1];
    const mB = trial[at + TRIAL.B1];
    const mC = trial[at + TRIAL.C1];
    const aa = frame[FRAME.aa];
    const bb = frame[FRAME.bb];
    const ab = frame[FRAME.ab];
    const x = 0.5 * ((mB - mC) * (mB + mC) - bb);
    const y = 0.5 * ((mA - mB) * (mA + mB) - aa) - ab;
    const scale = 1 / frame[FRAME.gram];
    const alpha = (x * ab - y * bb) * scale;
    const beta = (y * ab - x * aa) * scale;
    const r2 = alpha * y + beta * x - mC * mC;
    if (!(x > 0 && y > 0 && r2 > 0))
        return false;
    circle[CIRCLE.alpha] = alpha;
    circle[CIRCLE.beta] = beta;
    circle[CIRCLE.r2] = r2;
    circle[CIRCLE.x] = alpha * frame[FRAME.ax] + beta * frame[FRAME.bx];
    circle[CIRCLE.y] = alpha * frame[FRAME.ay] + beta * frame[FRAME.by];
    return true;
}
