import type { Resonance } from '../decay/breit-wigner.ts';
import type { CascadeBranch, CascadeSettings, CascadeStep } from './cascade-settings.ts';

/** A decay with the width of its parent. */
export type FullStep = CascadeStep & Resonance;

/** A chain with all widths. */
export type FullBranch = Omit<CascadeBranch, 'steps'> & { readonly steps: readonly FullStep[] };

/** Settings of cascades with all widths, beams and production. */
export interface FullCascades extends Omit<
  CascadeSettings,
  'branches' | 'beamEnergy' | 'production'
> {
  readonly branches: readonly [FullBranch, FullBranch];
  readonly beamEnergy: number;
  readonly production: NonNullable<CascadeSettings['production']>;
}

/**
 * Fills in what the settings of cascades leave out.
 *
 * @param settings The settings.
 * @returns The same with all widths, the energy of the beams, GeV, and the production.
 */
export function withCascadeDefaults(settings: CascadeSettings): FullCascades {
  const { branches, beamEnergy = 13000, production = 'gluino-pair' } = settings;
  const [one, two] = branches.map((branch): FullBranch => {
    const steps = branch.steps.map((step) => ({ ...step, width: step.width ?? 0 }));
    return { ...branch, steps };
  });
  return { ...settings, branches: [one, two], beamEnergy, production };
}
