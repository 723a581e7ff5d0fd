import type { Quantity } from './table.ts';

/** @returns Whether a quantity is a share, which readers are shown in percent. */
export function isShare({ name }: Pick<Quantity, 'name'>): boolean {
  return name.startsWith('deviation.') || name === 'pairing.efficiency';
}
