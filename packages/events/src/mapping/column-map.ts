import type { Role } from '../columns/roles.ts';

/** A column of the file by its name, or a number that stands for all events. */
export type ColumnReference = string | number;

/**
 * Where a four-momentum stands in a file: three components, and energy or mass.
 *
 * Either `px py pz` or `pt eta phi`; either `E` or `m`.
 */
export interface MomentumMap {
  readonly px?: ColumnReference | undefined;
  readonly py?: ColumnReference | undefined;
  readonly pz?: ColumnReference | undefined;
  readonly pt?: ColumnReference | undefined;
  readonly eta?: ColumnReference | undefined;
  readonly phi?: ColumnReference | undefined;
  readonly E?: ColumnReference | undefined;
  readonly m?: ColumnReference | undefined;
}

/** Where a transverse momentum stands in a file: `x y` or `pt phi`. */
export interface TransverseMap {
  readonly x?: ColumnReference | undefined;
  readonly y?: ColumnReference | undefined;
  readonly pt?: ColumnReference | undefined;
  readonly phi?: ColumnReference | undefined;
}

/**
 * Which columns of a file are which of ours: a role (`a1`), `ptmiss`, or a single column (`a1_E`, `weight`).
 *
 * A single column takes the place of the one that its role would give. What is not named is looked for under its
 * own name.
 */
export type ColumnMap = Readonly<
  Partial<Record<Role, MomentumMap>> & { ptmiss?: TransverseMap | undefined } & Partial<
      Record<string, MomentumMap | TransverseMap | ColumnReference>
    >
>;

/** Units of energy in which a file may be written. */
export type EnergyUnit = 'MeV' | 'GeV' | 'TeV';

/** One of them in GeV. */
export const GEV: Readonly<Record<EnergyUnit, number>> = { MeV: 1e-3, GeV: 1, TeV: 1e3 };
