import { fourMomenta } from '@deelema/events';
import { pairProduction, recoilSampler } from '@deelema/pair-production';
import type { PartonDistributions } from '@deelema/parton-distributions';
import { pairFrames } from '../decay/pair-frames.ts';
import { toLaboratory } from '../decay/to-laboratory.ts';
import type { EventGenerator } from '../event-generator.ts';
import type { FullCascades } from './cascade-defaults.ts';
import { cascadeRoles } from './cascade-roles.ts';
import { chainDecays } from './chain-decays.ts';
import { chainMasses } from './chain-masses.ts';
import { fromParent } from './from-parent.ts';
import { massesOfBranches, resonanceMasses } from './resonance-masses.ts';

/**
 * Makes a generator of cascades: flat phase space in every decay.
 *
 * First parents may differ: the scale of partons and coupling has the mean of their masses, and |M|² is
 * that of equal masses at the β that they have.
 *
 * @param settings Chains, beams, production; even in the whole windows of the widths every decay has room.
 * @param partons Parton distributions of the protons.
 * @returns The generator.
 * @throws RangeError if the beams are too weak for the pair, or if the recoil is no spectrum.
 * @see `pairProduction`, `clusterMasses`
 */
export function cascadeGenerator(
  settings: FullCascades,
  partons: PartonDistributions
): EventGenerator {
  const { branches, beamEnergy, production: process, seed } = settings;
  const poleMass = (branches[0].steps[0].mass + branches[1].steps[0].mass) / 2;
  const masses = resonanceMasses(branches);
  const production = pairProduction({ beamEnergy, process, partons, poleMass, masses, seed });
  const roles = cascadeRoles(branches);
  return { production, branchingRatio: 1, roles, decay: cascadeDecay(settings) };
}

function cascadeDecay({ branches, recoil }: FullCascades): EventGenerator['decay'] {
  const drawRecoil = recoil && recoilSampler(recoil);
  return (random, pairs, events) => {
    const parents = massesOfBranches(pairs.masses, branches);
    const frames = pairFrames(random, pairs, drawRecoil);
    branches.forEach((branch, k) => {
      const visibles = branch.steps.flatMap((step) => step.visibles);
      const momenta = visibles.map((role) => fourMomenta(events, role));
      const invisible = fourMomenta(events, branch.invisible);
      chainDecays(random, chainMasses(random, parents[k], branch), momenta, invisible);
      for (const particle of [...momenta, invisible]) {
        fromParent(frames, k === 0 ? 1 : -1, parents[k][0], particle);
        toLaboratory(frames, particle === invisible ? branch.invisibleMass : 0, particle);
      }
    });
  };
}
