import { InputError } from '@deelema/events';

/**
 * Refuses an m_C that no collision can make.
 *
 * @param mC GeV, one per branch.
 * @param beamEnergy √s, GeV.
 * @throws InputError if the two weigh as much as the beams have energy.
 */
export function checkBeams(mC: readonly number[], beamEnergy: number): void {
  const sum = mC.reduce((total, mass) => total + mass, 0);
  if (sum >= beamEnergy) {
    throw new InputError(
      `train.mC: two invisible particles weigh ${sum} GeV together, expected less than the ${beamEnergy} GeV of the beams; give their mass in GeV.`
    );
  }
}
