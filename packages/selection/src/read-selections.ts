import { InputError } from '@deelema/events';
import type { EventFile } from '@deelema/events';
import type { Selection } from './cuts.ts';
import { selection } from './settings.mjs';

/**
 * The cuts that made the events of a file, as its metadata say them.
 *
 * @param file Any event file.
 * @returns One selection after the other; none if nothing is said.
 * @throws InputError if they are no cuts that are known here.
 */
export function readSelections({
  path,
  metadata,
}: Pick<EventFile, 'path' | 'metadata'>): Selection[] {
  return (metadata.selections ?? []).map((said) => {
    const { success, data } = selection.safeParse(said);
    if (success) return data;
    throw new InputError(
      `${path}: its metadata entry selections is ${JSON.stringify(said).slice(0, 60)}, expected cuts as in preprocess.selection; update deelema or write the file anew.`
    );
  });
}
