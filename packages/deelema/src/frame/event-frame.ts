import type { FourMomenta } from '@deelema/kinematics';

/** What leads from an event's canonical frame to the laboratory: numbers of each event in turn. */
export const FRAME = {
  /** Rapidity of the visible particles together. */
  rapidity: 0,
  /** Direction of pTmiss in the laboratory: cosine and sine of its azimuth; 1 and 0 without pTmiss. */
  cosine: 1,
  sine: 2,
  /** 1, or −1 where y is reflected; likewise z. */
  signY: 3,
  signZ: 4,
  /** 1 where branch 1 of the frame is branch 2 of the file, else 0. */
  exchanged: 5,
} as const;

/** Numbers per event. */
export const FRAME_LENGTH = 6;

/** The visible particles and missing momentum of n events, as the frame needs them. */
export interface FrameEvents {
  /** All visible particles, in the order of `visibleRoles`. */
  readonly particles: readonly FourMomenta[];
  /** Indices of the first visible particles of branch 1 and 2. */
  readonly first: readonly [number, number];
  /** Whether the branches may be exchanged. */
  readonly alike: boolean;
  readonly ptmiss: { readonly px: Float64Array; readonly py: Float64Array };
}

/**
 * Finds the frame in which equivalent events look alike.
 *
 *     Σ p_z = 0,   pTmiss along +x,   E(a₁) ≥ E(a₂),   p_y(a₁) ≥ 0,   p_z(a₁) ≥ 0
 *
 * a₁ and a₂ are the first visible particles of the branches; in this order, by a boost along z, a
 * rotation about z, an exchange of like branches and two reflections. Masses know none of them.
 *
 * @param events n events, GeV.
 * @param frames Receives `FRAME` of each: [n, FRAME_LENGTH].
 * @throws RangeError if the visible particles of an event together are not slower than light along z.
 */
export function findFrames(events: FrameEvents, frames: Float64Array): void {
  const { particles, first, alike, ptmiss } = events;
  for (let i = 0; i < ptmiss.px.length; ++i) {
    const at = i * FRAME_LENGTH;
    const rapidity = visibleRapidity(particles, i);
    const [cosh, sinh] = [Math.cosh(rapidity), Math.sinh(rapidity)];
    const size = Math.hypot(ptmiss.px[i], ptmiss.py[i]);
    const cosine = size > 0 ? ptmiss.px[i] / size : 1;
    const sine = size > 0 ? ptmiss.py[i] / size : 0;
    const [one, two] = [particles[first[0]], particles[first[1]]];
    const exchanged =
      alike && cosh * two.e[i] - sinh * two.pz[i] > cosh * one.e[i] - sinh * one.pz[i];
    const { e, px, py, pz } = exchanged ? two : one;
    frames[at + FRAME.rapidity] = rapidity;
    frames[at + FRAME.cosine] = cosine;
    frames[at + FRAME.sine] = sine;
    frames[at + FRAME.signY] = cosine * py[i] - sine * px[i] < 0 ? -1 : 1;
    frames[at + FRAME.signZ] = cosh * pz[i] - sinh * e[i] < 0 ? -1 : 1;
    frames[at + FRAME.exchanged] = exchanged ? 1 : 0;
  }
}

/** y = ln[(E + p_z)/(E − p_z)]/2 of the sum. */
function visibleRapidity(particles: readonly FourMomenta[], i: number): number {
  let [forward, backward] = [0, 0];
  for (const { e, pz } of particles) {
    forward += e[i] + pz[i];
    backward += e[i] - pz[i];
  }
  if (!(forward > 0 && backward > 0 && forward + backward < Infinity)) {
    throw new RangeError(
      `toCanonicalFrame: the visible particles of event ${i} have E + p_z = ${forward} GeV and E − p_z = ${backward} GeV, expected two finite numbers above 0.`
    );
  }
  return 0.5 * Math.log(forward / backward);
}
