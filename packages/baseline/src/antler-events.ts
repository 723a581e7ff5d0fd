import { float64Column, fourMomenta, momentumColumns, VISIBLE_ROLES } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { energy, type FourMomenta } from '@deelema/kinematics';
import type { AntlerEvents } from '@deelema/mass-variables';
import type { VisibleMasses } from './settings.ts';

/** The columns that mass variables are made of. */
export const MEASURED: readonly string[] = [
  ...VISIBLE_ROLES.flatMap(momentumColumns),
  'ptmiss_x',
  'ptmiss_y',
];

/**
 * The measured momenta of a batch, as views; only energies that follow from a known mass are new.
 *
 * @param batch Events with the columns {@link MEASURED}.
 * @param masses Known masses of visible particles, GeV.
 * @returns Four-momenta and missing transverse momentum: n events, GeV.
 * @throws InputError if a column is missing.
 */
export function antlerEvents(batch: EventBatch, { a, b }: VisibleMasses = {}): AntlerEvents {
  return {
    a1: onShell(fourMomenta(batch, 'a1'), a),
    b1: onShell(fourMomenta(batch, 'b1'), b),
    a2: onShell(fourMomenta(batch, 'a2'), a),
    b2: onShell(fourMomenta(batch, 'b2'), b),
    ptmissX: float64Column(batch, 'ptmiss_x'),
    ptmissY: float64Column(batch, 'ptmiss_y'),
  };
}

function onShell({ e, px, py, pz }: FourMomenta, mass: number | undefined): FourMomenta {
  if (mass === undefined) return { e, px, py, pz };
  return { e: px.map((x, i) => energy(mass, x, py[i], pz[i])), px, py, pz };
}
