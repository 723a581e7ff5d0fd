import type { MassSettings } from '../../src/pair-production.ts';

/** A drawer of one pair of masses, GeV. */
export function fixedMasses(m1: number, m2 = m1): MassSettings {
  const draw = (_: unknown, masses: Float64Array): void => {
    masses[0] = m1;
    masses[1] = m2;
  };
  return { count: 2, least: [m1, m2], draw };
}
