import { visibleRoles } from '@deelema/deelema';
import type { DecayTopology, Momenta } from '@deelema/deelema';
import { float64Column, fourMomenta, InputError } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import type { FourMomenta } from '@deelema/kinematics';

/** Some events as a model takes them: views, no copies. */
export interface EventChunk {
  readonly length: number;
  /** In the order of `visibleRoles`, GeV. */
  readonly visibles: readonly FourMomenta[];
  /** GeV. */
  readonly ptmiss: { readonly px: Float64Array; readonly py: Float64Array };
}

/** What a model says of some events. */
export interface Solutions {
  /** Invisible particles of branch 1 and 2, GeV. */
  readonly invisible: readonly [Momenta<Float64Array>, Momenta<Float64Array>];
  /** In the order of `massShells`, GeV. */
  readonly masses: readonly Float64Array[];
  /** Index in `pairings`, where the model chooses. */
  readonly pairing?: Uint8Array | undefined;
  /** ln p, only of the recipe `deelema`. */
  readonly logDensity?: Float64Array;
}

/**
 * The events of a batch as a model takes them.
 *
 * @param batch Events, GeV.
 * @param topology The decays.
 * @throws InputError if a column is missing.
 */
export function wholeBatch(batch: EventBatch, topology: DecayTopology): EventChunk {
  return {
    length: batch.length,
    visibles: visibleRoles(topology).map((role) => fourMomenta(batch, role)),
    ptmiss: { px: float64Column(batch, 'ptmiss_x'), py: float64Column(batch, 'ptmiss_y') },
  };
}

/**
 * Some of the events.
 *
 * @param chunk Events.
 * @param first The first of them.
 * @param length How many at most.
 */
export function part({ length, visibles, ptmiss }: EventChunk, first: number, most: number) {
  const end = Math.min(length, first + most);
  const cut = (column: Float64Array): Float64Array => column.subarray(first, end);
  return {
    length: end - first,
    visibles: visibles.map(({ e, px, py, pz }) => ({
      e: cut(e),
      px: cut(px),
      py: cut(py),
      pz: cut(pz),
    })),
    ptmiss: { px: cut(ptmiss.px), py: cut(ptmiss.py) },
  } satisfies EventChunk;
}

/**
 * Refuses events that no model can be applied to.
 *
 * @param chunk The events.
 * @param roles Their visible roles, for the message.
 * @param events Their numbers.
 * @throws InputError naming the first event whose momenta are not finite, or whose visible particles
 *  together are not slower than light along the beam.
 */
export function checkEvents(
  { length, visibles, ptmiss }: EventChunk,
  roles: readonly string[],
  events: ArrayLike<number>
): void {
  for (let i = 0; i < length; ++i) {
    let [forward, backward] = [0, 0];
    for (let j = 0; j < visibles.length; ++j) {
      const { e, px, py, pz } = visibles[j];
      // Finite only if all four are.
      if (!Number.isFinite(e[i] + px[i] + py[i] + pz[i])) {
        const all = [e[i], px[i], py[i], pz[i]].join(', ');
        throw new InputError(
          `Event ${events[i]}: ${roles[j]} is (${all}) GeV, expected four finite numbers; leave the event out.`
        );
      }
      forward += e[i] + pz[i];
      backward += e[i] - pz[i];
    }
    if (!Number.isFinite(ptmiss.px[i] + ptmiss.py[i])) {
      throw new InputError(
        `Event ${events[i]}: pTmiss is (${ptmiss.px[i]}, ${ptmiss.py[i]}) GeV, expected two finite numbers; leave the event out.`
      );
    }
    if (!(forward > 0 && backward > 0)) {
      throw new InputError(
        `Event ${events[i]}: its visible particles have E + p_z = ${forward} GeV and E − p_z = ${backward} GeV, expected both above 0; leave the event out.`
      );
    }
  }
}
