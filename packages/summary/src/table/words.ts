import { html, symbol, type Html } from '@deelema/pages';
import { isShare, type Quantity } from '@deelema/records';

/** A quantity's words: `m̃_A` is an italic m̃ with the subscript A. */
export function words(title: string): Html {
  const parts = title.split(/((?:m̃|[mMqτ])_\w+)/u).map((part, i) => {
    if (i % 2 === 0) return part;
    const [letter, index] = part.split('_');
    return symbol(letter, index);
  });
  return html`${parts}`;
}

/** What stands above a column: its words, and its unit in brackets. */
export function heading(quantity: Quantity): Html {
  const unit = isShare(quantity) ? '%' : quantity.unit;
  return unit === '' ? words(quantity.title) : html`${words(quantity.title)} [${unit}]`;
}
