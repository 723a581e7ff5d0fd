import type { PaperConfig } from '../config-type.ts';

const QUADRATIC: readonly string[] = ['l2', 'squaredMasses'];

/**
 * Unit of the loss with a given distance.
 *
 * @returns GeV, or GeV² where the distance is quadratic in the masses.
 */
export function lossUnit({ distance }: Pick<PaperConfig, 'distance'>): 'GeV' | 'GeV²' {
  return QUADRATIC.includes(distance) ? 'GeV²' : 'GeV';
}

/**
 * What a loss in units of the scale is multiplied by to have the unit of `lossUnit`.
 *
 * @returns scale, or scale² where the distance is quadratic in the masses.
 */
export function lossScale(config: Pick<PaperConfig, 'distance' | 'scale'>): number {
  return lossUnit(config) === 'GeV' ? config.scale : config.scale ** 2;
}
