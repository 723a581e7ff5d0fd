import { checkLength, type FourMomenta, type ResolutionTable } from '@deelema/kinematics';
import type { MissingMomentum } from '../momenta.ts';
import type { DecayTopology } from '../topology/topology.ts';
import { canonicalRows } from './canonical-rows.ts';
import { findFrames, FRAME_LENGTH } from './event-frame.ts';
import { frameSlots } from './frame-slots.ts';
import { rowLayout, type RowLayout } from './row-layout.ts';

/** What events look like in the canonical frame. */
export interface FrameSettings {
  readonly topology: DecayTopology;
  /** GeV per unit of momenta and energies. */
  readonly unit: number;
  /** Relative energy resolution by visible role, of those that are smeared. */
  readonly resolution: Readonly<Record<string, ResolutionTable>>;
  /** Resolution of each component of pTmiss, GeV; no column if omitted. */
  readonly ptmissResolution?: number | undefined;
  /**
   * Whether like branches may be exchanged; true if omitted. To be false where the masses of their
   * invisible particles differ.
   */
  readonly exchangeBranches?: boolean | undefined;
}

/** Events in the canonical frame. */
export interface CanonicalEvents<Rows = Float32Array> {
  readonly layout: RowLayout;
  /** One row per event and pairing: [n, pairings, layout.width]. */
  readonly rows: Rows;
  /** `FRAME` of each event: [n, FRAME_LENGTH]. */
  readonly frames: Float64Array;
}

/** Makes room for so many numbers. */
type Room<Rows> = new (length: number) => Rows;

/**
 * Brings events into the frame in which equivalent ones look alike, once per pairing.
 *
 * Masses do not change under boosts along the beam, rotations about it, reflections, or an exchange of
 * like branches, so a network need not learn that. An event's frame is found in the file's pairing
 * and the same in all. Branches of which only one has a resolution are not exchanged.
 *
 * @param visible Visible particles by role: n events, GeV.
 * @param ptmiss Missing transverse momentum: n events, GeV.
 * @param settings Decays, unit, resolutions.
 * @param Room Type of the rows; `Float32Array` if omitted.
 * @throws RangeError if a role is missing, columns differ in length, the unit is no positive number or
 *  an event has no frame.
 * @see `findFrames` for the frame, `rowLayout` for the columns, `pairings` for their order
 */
export function toCanonicalFrame<Rows extends Float32Array | Float64Array = Float32Array>(
  visible: Readonly<Record<string, FourMomenta>>,
  ptmiss: MissingMomentum<Float64Array>,
  settings: FrameSettings,
  Room: Room<Rows> = Float32Array as unknown as Room<Rows>
): CanonicalEvents<Rows> {
  const { topology, unit, resolution, ptmissResolution, exchangeBranches = true } = settings;
  const n = ptmiss.px.length;
  const slots = frameSlots(topology, resolution, exchangeBranches);
  const layout = rowLayout(topology, Object.keys(resolution), ptmissResolution !== undefined);
  const particles = slots.roles.map((role) => particleOf(visible, role, n));
  checkRest(ptmiss, unit);
  const frames = new Float64Array(n * FRAME_LENGTH);
  findFrames({ particles, ptmiss, first: slots.first, alike: slots.alike }, frames);
  const rows = new Room(n * slots.particles.length * layout.width);
  const source = { particles, ptmiss, frames, slots, layout, unit };
  canonicalRows({ ...source, ptmissResolution: ptmissResolution ?? 0 }, rows);
  return { layout, rows, frames };
}

function particleOf(
  visible: Readonly<Record<string, FourMomenta | undefined>>,
  role: string,
  n: number
): FourMomenta {
  const particle = visible[role];
  if (!particle) {
    throw new RangeError(
      `toCanonicalFrame: there is no particle ${role}, expected it beside ${Object.keys(visible).join(', ')}.`
    );
  }
  checkLength(`toCanonicalFrame: ${role}`, particle, n);
  return particle;
}

function checkRest({ px, py }: MissingMomentum<Float64Array>, unit: number): void {
  if (py.length !== px.length) {
    throw new RangeError(
      `toCanonicalFrame: ptmiss.py has ${py.length} events, expected ${px.length}.`
    );
  }
  if (!(unit > 0 && unit < Infinity)) {
    throw new RangeError(`toCanonicalFrame: the unit is ${unit} GeV, expected one above 0.`);
  }
}
