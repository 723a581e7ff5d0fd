import { quantityNamed } from '@deelema/quantities';
import type { Documents } from '@deelema/quantities';
import type { Evaluation } from '@deelema/records';

/** What a publication found in such events. */
export interface PublishedNumbers {
  readonly source: string;
  /** By the names of the quantities; GeV, or pure numbers. */
  readonly values: Readonly<Record<string, number>>;
}

type PublishedNumber = NonNullable<Evaluation['published']>['numbers'][number];

/**
 * The numbers of a publication, each beside ours.
 *
 *     difference = ours − value,   relative = difference / value,   sigmas = difference / error of ours
 *
 * @param published What the settings say; undefined if they name no publication.
 * @param documents What the stages of this pipeline found.
 * @returns Null without a publication. In a number null stands for what this pipeline has not, and for a ratio to an
 *  error that is not known, or to zero.
 * @throws RangeError if a name is no quantity's.
 */
export function publishedPart(
  published: PublishedNumbers | undefined,
  documents: Documents
): Evaluation['published'] {
  if (published === undefined) return null;
  const { source, values } = published;
  return {
    source,
    numbers: Object.entries(values).map(([name, value]) => besideOurs(name, value, documents)),
  };
}

function besideOurs(quantity: string, value: number, documents: Documents): PublishedNumber {
  const definition = quantityNamed(quantity);
  if (definition === undefined) {
    throw new RangeError(
      `publishedPart: ${quantity} is no quantity, expected one of a study's table.`
    );
  }
  const { title, unit, read } = definition;
  const { value: ours, error } = read(documents);
  const difference = ours === null ? null : ours - value;
  return {
    quantity,
    title,
    unit,
    value,
    ours,
    error,
    difference,
    relative: ratio(difference, value),
    sigmas: ratio(difference, error),
  };
}

function ratio(difference: number | null, to: number | null): number | null {
  return difference === null || to === null || to === 0 ? null : difference / to;
}
