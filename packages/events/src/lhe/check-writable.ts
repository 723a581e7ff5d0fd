import type { FourMomenta } from '@deelema/kinematics';
import { InputError } from '../errors.ts';
import { OFF_SHELL } from './particle.ts';

/**
 * Refuses what readers of LHE files would refuse: a weight that is not finite, or a final particle whose momentum is
 * not finite or whose energy is less than its momentum.
 *
 * @param path Name of the file for messages.
 * @param event Number of the event for messages.
 * @param weight Its weight.
 * @param momenta Momenta of its final particles by role; GeV.
 * @param i Which of them.
 * @throws InputError that names event and particle.
 */
export function checkWritable(
  path: string,
  event: number,
  weight: number,
  momenta: Readonly<Record<string, FourMomenta>>,
  i: number
): void {
  const other = 'leave it out, or write Arrow, Parquet or CSV instead';
  if (!Number.isFinite(weight)) {
    throw new InputError(
      `${path}: the weight of event ${event} is ${weight}, expected a finite number; ${other}.`
    );
  }
  for (const [role, { e, px, py, pz }] of Object.entries(momenta)) {
    const squared = px[i] ** 2 + py[i] ** 2 + pz[i] ** 2;
    const energy = e[i];
    if (energy >= 0 && energy < Infinity && squared <= (1 + OFF_SHELL) * energy ** 2) continue;
    const received = `E ${energy}, px ${px[i]}, py ${py[i]}, pz ${pz[i]} GeV`;
    throw new InputError(
      `${path}: ${role} of event ${event} has ${received}, expected finite numbers and an energy no less than the momentum; ${other}.`
    );
  }
}
