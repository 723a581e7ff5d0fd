import { checkEventsAndSeed, LEAST_STRONG_MASS } from '../simulation/check-common.ts';
import { roleGroup } from '../smearing/smeared-objects.ts';
import type { FullBranch, FullCascades } from './cascade-defaults.ts';
import { cascadeRoles } from './cascade-roles.ts';

/**
 * Checks that there are events of these chains.
 *
 *     M > m_next in every step,   M₁ + M₂ < √s,   (M₁ + M₂)/2 ≥ 1 GeV unless |M|² = 1
 *
 * @param settings The settings, GeV.
 * @throws RangeError that names the first setting for which there are none.
 */
export function checkCascades(settings: FullCascades): void {
  const { branches, beamEnergy } = settings;
  checkRoles(settings);
  branches.forEach(checkDecays);
  if (!isAmount(beamEnergy)) throw unfit(`beamEnergy is ${beamEnergy} GeV`, AMOUNT);
  checkPair(settings);
  checkSmearing(settings);
  checkEventsAndSeed('simulateCascades', settings);
}

const AMOUNT = 'a number from 0 on';

function checkRoles({ branches }: FullCascades): void {
  branches.forEach(({ steps }, k) => {
    if (steps.length === 0) throw unfit(`branch ${k + 1} has no steps`, 'one or more');
    const idle = steps.findIndex(({ visibles }) => visibles.length === 0);
    if (idle < 0) return;
    throw unfit(`step ${idle + 1} of branch ${k + 1} has no visibles`, 'one or more');
  });
  const { visible, invisible } = cascadeRoles(branches);
  const roles = [...visible, ...invisible];
  if (roles.includes('')) throw unfit('a role has no name', 'one like a1');
  const twice = roles.find((role, k) => roles.indexOf(role) < k);
  if (twice !== undefined) throw unfit(`role ${twice} stands twice`, 'each particle once');
}

function checkDecays({ steps, invisible, invisibleMass }: FullBranch): void {
  if (!isAmount(invisibleMass)) {
    throw unfit(`${invisible} weighs ${invisibleMass} GeV`, AMOUNT);
  }
  steps.forEach((step, k) => {
    const { mass, width, visibles } = step;
    const parent = nameOf(step);
    if (!isAmount(mass)) throw unfit(`${parent} weighs ${mass} GeV`, AMOUNT);
    if (!isAmount(width)) throw unfit(`${parent} is ${width} GeV wide`, AMOUNT);
    const next = steps[k + 1];
    const least = next?.mass ?? invisibleMass;
    if (mass > least) return;
    const others = [...visibles, next ? nameOf(next) : invisible].join(' and ');
    throw unfit(`${parent} weighs ${mass} GeV`, `more than ${least} GeV to decay into ${others}`);
  });
}

function checkPair({ branches, beamEnergy, production }: FullCascades): void {
  const [first, second] = branches.map(({ steps }) => steps[0]);
  const sum = first.mass + second.mass;
  const received = `${nameOf(first)} and ${nameOf(second)} weigh ${sum} GeV together`;
  if (!(sum < beamEnergy)) throw unfit(received, `less than the beams' ${beamEnergy} GeV`);
  if (production !== 'phase-space' && sum < 2 * LEAST_STRONG_MASS) {
    throw unfit(received, `${2 * LEAST_STRONG_MASS} GeV or more, or production phase-space`);
  }
}

function checkSmearing({ branches, smearing }: FullCascades): void {
  const { visible } = cascadeRoles(branches);
  const known = new Set([...visible, ...visible.map(roleGroup)]);
  const strange = Object.keys(smearing?.objects ?? {}).find((name) => !known.has(name));
  if (strange === undefined) return;
  throw unfit(`smearing names ${strange}`, `visible particles, ${visible.join(', ')}`);
}

/** A parent by what it sends out. */
function nameOf({ visibles }: FullBranch['steps'][number]): string {
  return `the parent of ${visibles.join(' and ')}`;
}

function isAmount(value: number): boolean {
  return value >= 0 && value < Infinity;
}

function unfit(received: string, expected: string): RangeError {
  return new RangeError(`simulateCascades: ${received}, expected ${expected}.`);
}
