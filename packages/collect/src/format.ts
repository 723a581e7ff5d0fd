import { decimalPlaces, type Quantity, type TableGroup, type TableNumber } from '@deelema/records';

/** Stands where no number is known. */
export const NOTHING = '–';

/** @returns What a quantity is called, and its unit in brackets. */
export function columnTitle({ title, unit }: Quantity): string {
  return unit === '' ? title : `${title} [${unit}]`;
}

/** @returns A value to two digits of its error. */
export function formatNumber({ value, error }: TableNumber, { unit }: Quantity): string {
  if (value === null) return NOTHING;
  if (error !== null) {
    const places = decimalPlaces(error);
    return `${value.toFixed(places)} ± ${error.toFixed(places)}`;
  }
  if (unit !== '') return value.toFixed(decimalPlaces(null));
  // A count is a count, and a fraction of a percent is worth reading.
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}

/** @returns The mean of a group to two digits of its spread, and how many members have the number if not all. */
export function formatGroup({ numbers, members }: TableGroup, quantity: Quantity): string {
  const { mean, spread, members: known } = numbers[quantity.name];
  const text = formatNumber({ value: mean, error: spread }, quantity);
  return mean === null || known === members ? text : `${text} (${known})`;
}

/** @returns A published number with the digits that it was given with, in italics. */
export function formatPublished(value: number | undefined): string {
  return value === undefined ? NOTHING : `*${value}*`;
}
