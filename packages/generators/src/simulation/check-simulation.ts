import { checkEventsAndSeed, LEAST_STRONG_MASS } from './check-common.ts';
import type { FullSettings } from './defaults.ts';

/**
 * Checks that there are events of these masses.
 *
 *     m_A > m_B + m_a,   m_B > m_C + m_b,   2 m_A < √s,   m_A ≥ 1 GeV unless |M|² = 1
 *
 * @param settings The settings, GeV.
 * @throws RangeError that names the first setting for which there are none, or which the source does
 *  not have.
 */
export function checkSimulation(settings: FullSettings): void {
  checkNumbers(settings);
  checkMasses(settings);
  if (settings.source === 'ttbar') checkTopPair(settings);
}

function checkNumbers(settings: FullSettings): void {
  for (const name of ['mA', 'mB', 'mC', 'ma', 'mb', 'widthA', 'widthB', 'beamEnergy'] as const) {
    const value = settings[name];
    if (value >= 0 && value < Infinity) continue;
    throw unfit(`${name} is ${value} GeV`, 'a number from 0 on');
  }
  checkEventsAndSeed('simulateEvents', settings);
}

function checkMasses({ mA, mB, mC, ma, mb, beamEnergy, production }: FullSettings): void {
  if (!(mB > mC + mb)) throw unfit(`mB is ${mB} GeV`, `more than ${mC + mb} GeV to decay`);
  if (!(mA > mB + ma)) throw unfit(`mA is ${mA} GeV`, `more than ${mB + ma} GeV to decay`);
  if (!(2 * mA < beamEnergy)) {
    throw unfit(`mA is ${mA} GeV`, `less than ${beamEnergy / 2} GeV, half of the beams'`);
  }
  if (production !== 'phase-space' && mA < LEAST_STRONG_MASS) {
    throw unfit(`mA is ${mA} GeV`, `${LEAST_STRONG_MASS} GeV or more, or production phase-space`);
  }
}

function checkTopPair({ mC, mb, production, recoil }: FullSettings): void {
  for (const [name, value] of Object.entries({ mC, mb })) {
    if (value !== 0) throw unfit(`${name} is ${value} GeV`, '0 in t t̄: leptons are massless');
  }
  for (const [name, value] of Object.entries({ production, recoil })) {
    if (value !== undefined) throw unfit(`${name} is given`, 'none in t t̄: it belongs to the toy');
  }
}

function unfit(received: string, expected: string): RangeError {
  return new RangeError(`simulateEvents: ${received}, expected ${expected}.`);
}
