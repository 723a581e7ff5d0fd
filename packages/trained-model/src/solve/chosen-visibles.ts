import { FRAME, FRAME_LENGTH, pairings, visibleRoles } from '@deelema/deelema';
import { zeroFourMomenta } from '@deelema/kinematics';
import type { FourMomenta } from '@deelema/kinematics';
import type { DensityDescription } from '../record/model-schema.ts';
import { acrossBranches } from './across.ts';
import type { EventChunk } from './event-chunk.ts';

/** What the model says of the visible particles of some events. */
export interface ChosenOnes {
  readonly chunk: EventChunk;
  /** Of `toCanonicalFrame`. */
  readonly frames: Float64Array;
  /** Index into `pairings`. */
  readonly pairing: Uint8Array;
  /** E_true/E of each smeared visible of the frame, in the order of `visibleRoles`. */
  readonly scales: readonly Float64Array[];
}

/**
 * The visible particles as the model takes them: in the chosen pairing, with the energies of the draw.
 *
 * @param record The model.
 * @param ones The events and the choice.
 * @returns In the order of `visibleRoles`, branches as in the file; GeV, in the laboratory.
 */
export function chosenVisibles(
  { topology, density }: Pick<DensityDescription, 'topology' | 'density'>,
  { chunk, frames, pairing, scales }: ChosenOnes
): FourMomenta[] {
  const orders = pairings(topology);
  const across = acrossBranches(topology);
  const smeared = visibleRoles(topology).map((role) => role in density.resolution);
  // Which of `scales` belongs to a role of the frame.
  const index = smeared.map((_, j) => smeared.slice(0, j).filter(Boolean).length);
  return smeared.map((isSmeared, j) => {
    const out = zeroFourMomenta(chunk.length);
    for (let i = 0; i < chunk.length; ++i) {
      const exchanged = frames[i * FRAME_LENGTH + FRAME.exchanged] === 1;
      const { e, px, py, pz } = chunk.visibles[orders[pairing[i]][j]];
      const scale = isSmeared ? scales[index[exchanged ? across[j] : j]][i] : 1;
      out.e[i] = scale * e[i];
      out.px[i] = scale * px[i];
      out.py[i] = scale * py[i];
      out.pz[i] = scale * pz[i];
    }
    return out;
  });
}
