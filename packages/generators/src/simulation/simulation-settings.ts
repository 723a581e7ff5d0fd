import type { RecoilSettings } from '@deelema/pair-production';
import type { SmearingSettings } from '../smearing/smearing-settings.ts';

/**
 * What to simulate: toy antlers or top pairs, A → a B, B → b C in both branches, with the masses of a trial.
 *
 * Masses go by role in both sources: in t t̄, A is the top, B the W, a the b quark, b the charged lepton and C the
 * neutrino, and the last two are massless. All masses, widths and energies in GeV.
 */
export interface SimulationSettings {
  readonly source: 'toy' | 'ttbar';
  readonly mA: number;
  readonly mB: number;
  /** 0 in t t̄. */
  readonly mC: number;
  /** If omitted 0 in the toy, 4.7 in t t̄. */
  readonly ma?: number | undefined;
  /** If omitted 0, as it must be in t t̄. */
  readonly mb?: number | undefined;
  /** If omitted 0 in the toy, 1.4915 in t t̄. */
  readonly widthA?: number | undefined;
  /** If omitted 0 in the toy, 2.0476 in t t̄. */
  readonly widthB?: number | undefined;
  /** √s of the proton beams together; 13 000 if omitted. */
  readonly beamEnergy?: number | undefined;
  /** Toy only: like gluinos without squarks, if omitted, or with |M|² = 1. */
  readonly production?: 'gluino-pair' | 'phase-space' | undefined;
  /** T t̄ only: whether spins are correlated; they are if omitted. */
  readonly spinCorrelation?: boolean | undefined;
  /** Toy only: transverse momentum of the pair; none if omitted. */
  readonly recoil?: RecoilSettings | undefined;
  /** Perfect detection if omitted. */
  readonly smearing?: SmearingSettings | undefined;
  /** Number of events. */
  readonly events: number;
  readonly seed: number;
}
