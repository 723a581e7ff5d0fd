import { isShare, type Quantity } from '@deelema/records';

/** @returns The words of the table in the markup of the figures: `m̃_A` is an italic m̃ with the subscript A. */
export function markup(title: string): string {
  return title.replace(/(m̃|[mMτq])_(\w+)/gu, '*$1*_{$2}');
}

/** @returns What stands beside the axis of a quantity: its words, and its unit in brackets. */
export function axisTitle(quantity: Quantity): string {
  const unit = isShare(quantity) ? '%' : quantity.unit;
  return unit === '' ? markup(quantity.title) : `${markup(quantity.title)} [${unit}]`;
}

/** @returns E.g. `3 members of the study spectra`. */
export function membersText(members: number, study: string): string {
  return `${members} ${members === 1 ? 'member' : 'members'} of the study ${study}`;
}

/** @returns Parts as a list in words, e.g. `a, b and c`. */
export function listText(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
