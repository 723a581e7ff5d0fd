/** @returns A number with a thin gap between thousands and its noun, e.g. `20 000 events`. */
export function count(n: number, noun: string): string {
  const digits = String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${digits} ${noun}${n === 1 ? '' : 's'}`;
}
