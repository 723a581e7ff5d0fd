import { ANTLER, canonicalInputs, visibleRoles } from '@deelema/deelema';
import { InputError, float64Column, fourMomenta } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import type { FourMomenta } from '@deelema/kinematics';

/**
 * Puts events into rows as `toRows`, each in its canonical frame.
 *
 *     row = (a1, a2, b1, b2, |pTmiss|, 0) / scale,   a1, a2, b1, b2 in the frame
 *
 * @param batch Events, GeV; what is selected is finite.
 * @param scale Unit of the rows, GeV.
 * @param selected Indices into the batch, in the order of the rows.
 * @returns Rows one after the other: `ROW_LENGTH` numbers per event, units of the scale.
 * @throws InputError if the visible particles of an event together are not slower than light along the beam.
 */
export function toCanonicalRows(
  batch: EventBatch,
  scale: number,
  selected: ArrayLike<number>
): Float32Array {
  const of = (column: Float64Array): Float64Array => Float64Array.from(selected, (i) => column[i]);
  const roles = visibleRoles(ANTLER);
  const particles = roles.map((role): FourMomenta => {
    const { e, px, py, pz } = fourMomenta(batch, role);
    return { e: of(e), px: of(px), py: of(py), pz: of(pz) };
  });
  checkSlower(particles, of(Float64Array.from(batch.columns.event)));
  const visible = Object.fromEntries(roles.map((role, j) => [role, particles[j]]));
  const ptmiss = {
    px: of(float64Column(batch, 'ptmiss_x')),
    py: of(float64Column(batch, 'ptmiss_y')),
  };
  return canonicalInputs(visible, ptmiss, ANTLER, scale).rows;
}

/** Only then is there a frame without momentum along the beam. */
function checkSlower(particles: readonly FourMomenta[], numbers: Float64Array): void {
  for (let i = 0; i < numbers.length; ++i) {
    let [forward, backward] = [0, 0];
    for (const { e, pz } of particles) {
      forward += e[i] + pz[i];
      backward += e[i] - pz[i];
    }
    if (forward > 0 && backward > 0) continue;
    throw new InputError(
      `Event ${numbers[i]}: its visible particles have E + p_z = ${forward} GeV and E − p_z = ${backward} GeV, expected both above 0 for train.frame "canonical"; leave the event out, or set train.frame to laboratory.`
    );
  }
}
