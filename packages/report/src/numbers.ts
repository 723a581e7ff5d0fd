import { html } from './html.ts';
import type { Html } from './html.ts';

/**
 * A number as text with its full value beside it for machines; a dash where it is not defined.
 *
 * @param value The number, or null.
 * @param digits Digits after the decimal point.
 */
export function number(value: number | null, digits: number): Html {
  if (value === null) return html`<span title="not defined">–</span>`;
  return html`<data value="${value}">${fixed(value, digits)}</data>`;
}

/** A number with its standard error; either may be unknown. */
export interface Measured {
  readonly value: number | null;
  readonly error: number | null;
}

/** A measured number with its error, e.g. `800.31 ± 0.62`; without it where it has none. */
export function measured({ value, error }: Measured, digits: number): Html {
  const plain = number(value, digits);
  return value === null || error === null ? plain : html`${plain} ± ${number(error, digits)}`;
}

/** A relative deviation in per cent with its sign, e.g. `+0.13 %`. */
export function percent(value: number | null): Html {
  if (value === null) return number(null, 0);
  const sign = value > 0 ? '+' : '';
  return html`<data value="${value}">${sign}${fixed(100 * value, 2)} %</data>`;
}

/** A count with narrow gaps between thousands. */
export function count(value: number): Html {
  const digits = String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return html`<data value="${value}">${digits}</data>`;
}

/** A quantity's symbol: `symbol('m', 'A1')` is an m with the subscript A1. */
export function symbol(letter: string, index: string): Html {
  return html`<var>${letter}</var><sub>${index}</sub>`;
}

function fixed(value: number, digits: number): string {
  return value.toFixed(digits).replace('-', '\u2212');
}
