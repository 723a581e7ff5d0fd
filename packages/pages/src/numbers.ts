import { decimalPlaces } from '@deelema/records';
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

/**
 * A measured number with two digits of its error, e.g. `800.31 ± 0.62`; by itself where it has none.
 *
 * @param measured The number and its error.
 */
export function measured({ value, error }: Measured): Html {
  const places = decimalPlaces(error);
  const plain = number(value, places);
  return value === null || error === null ? plain : html`${plain} ± ${number(error, places)}`;
}

/**
 * Measured − true in the same digits, and in standard errors, e.g. `+0.31 (+0.5 σ)`.
 *
 * @param measured The number and its error.
 * @param known The true value, or null.
 */
export function deviation({ value, error }: Measured, known: number | null): Html {
  if (value === null || known === null) return number(null, 0);
  const difference = value - known;
  const shown = signed(difference, decimalPlaces(error));
  return error === null || error === 0
    ? shown
    : html`${shown} (${signed(difference / error, 1)} σ)`;
}

/** The parts of an error of an endpoint, e.g. `1.1 GeV statistical, 0.8 GeV by the choice of the window`. */
export function parts(statistical: number | null, window: number | null): Html {
  const gev = (error: number | null) => html`${number(error, decimalPlaces(error))} GeV`;
  return html`${gev(statistical)} statistical, ${gev(window)} by the choice of the window`;
}

function signed(value: number, places: number): Html {
  return html`${value > 0 ? '+' : ''}${number(value, places)}`;
}

/** A relative deviation in per cent with its sign, e.g. `+0.13 %`. */
export function percent(value: number | null): Html {
  if (value === null) return number(null, 0);
  const sign = value > 0 ? '+' : '';
  return html`<data value="${value}">${sign}${fixed(100 * value, 2)} %</data>`;
}

/** A measured fraction in per cent, e.g. `93.0 ± 1.3 %`. */
export function share({ value, error }: Measured): Html {
  const times100 = (x: number | null) => (x === null ? null : 100 * x);
  return html`${measured({ value: times100(value), error: times100(error) })} %`;
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
