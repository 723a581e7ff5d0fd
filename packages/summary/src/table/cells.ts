import { count, html, percent, type Html } from '@deelema/pages';
import { decimalPlaces, isShare, type Quantity } from '@deelema/records';
import type { Found } from './rows.ts';

const MINUS = '\u2212';
const NOT_DEFINED = html`<span title="not defined">–</span>`;
const NOT_RUN = html`<span title="no member ran what it comes from">not run</span>`;
/** A publication says nothing of most quantities. */
const NOT_GIVEN = html``;

/**
 * A number of ours: two digits of its error or spread; where fewer members have it than the row has, how many.
 *
 * @param found The number.
 * @param quantity What it is.
 * @param members How many members the row is made of; null of a single one.
 */
export function ours(found: Found, quantity: Quantity, members: number | null = null): Html {
  const { value, error, ran } = found;
  if (value === null) return ran ? NOT_DEFINED : NOT_RUN;
  const few = members !== null && found.members < members;
  const share = few ? html` (${count(found.members)} of ${count(members)})` : null;
  return html`${withError(value, error, quantity)}${share}`;
}

function withError(value: number, error: number | null, quantity: Quantity): Html {
  const scale = isShare(quantity) ? 100 : 1;
  if (error !== null) {
    const places = decimalPlaces(scale * error);
    return html`${exact(value, fixed(scale * value, places))} ±
    ${exact(error, fixed(scale * error, places))}`;
  }
  if (scale === 1 && quantity.unit === '') return pure(value);
  return exact(value, fixed(scale * value, decimalPlaces(null)));
}

/** A count is a count, and of other numbers three digits are worth reading. */
function pure(value: number): Html {
  if (Number.isInteger(value) && value >= 0) return count(value);
  return exact(value, withMinus(value.toPrecision(3)));
}

/** A number of the publication with the digits that were typed; nothing where it gives none. */
export function theirs(value: number | undefined, quantity: Quantity): Html {
  if (value === undefined) return NOT_GIVEN;
  // Fifteen digits are exact, and 100 × 0.29 is not 29.
  const shown = isShare(quantity) ? Number((100 * value).toPrecision(15)) : value;
  return exact(value, withMinus(String(shown)));
}

/** What a difference is counted in besides percent: standard errors of a member, spreads of a group. */
export type Yardstick = 'σ' | 's';

/**
 * Ours − theirs: over theirs in percent, and over our error or spread.
 *
 * @param found Our number.
 * @param value That of the publication.
 * @param yardstick What our error is.
 * @returns Nothing where the publication gives no number.
 */
export function difference(
  { value: ours, error }: Found,
  value: number | undefined,
  yardstick: Yardstick
): Html {
  if (value === undefined) return NOT_GIVEN;
  if (ours === null) return NOT_DEFINED;
  const off = ours - value;
  const relative = percent(value === 0 ? null : off / value);
  if (error === null || error === 0) return relative;
  const times = off / error;
  return html`${relative} (${exact(times, `${times > 0 ? '+' : ''}${fixed(times, 1)}`)}
  ${yardstick})`;
}

/** Text for readers with the whole number beside it for machines. */
function exact(value: number, text: string): Html {
  return html`<data value="${value}">${text}</data>`;
}

function fixed(value: number, places: number): string {
  return withMinus(value.toFixed(places));
}

function withMinus(text: string): string {
  return text.replace('-', MINUS);
}
