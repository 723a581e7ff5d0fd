import { momentumColumns, VISIBLE_ROLES } from '../columns/roles.ts';
import { isResultColumn, trueRole } from '../columns/schema.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import type { EventFormat } from './format.ts';

/** What the entries of the metadata are called in a sentence. */
const ENTRIES: Readonly<Record<keyof EventMetadata, string>> = {
  sample: 'sample line',
  crossSection: 'cross-section',
  beamEnergies: 'beam energies',
  topology: 'topology',
  generators: 'generators',
  selections: 'cuts',
};

/**
 * What is lost when events are written in a format.
 *
 * @param target The format to be written.
 * @param columns The columns of the events.
 * @param metadata What their source says about all of them.
 * @returns One sentence for each loss; none for Arrow and Parquet, which hold everything.
 */
export function lossesOf(
  target: EventFormat,
  columns: readonly string[],
  metadata: EventMetadata
): string[] {
  if (target === 'csv') return csvLosses(metadata);
  return target === 'lhe' ? lheLosses(columns, metadata) : [];
}

function csvLosses(metadata: EventMetadata): string[] {
  const lost = (Object.keys(ENTRIES) as (keyof EventMetadata)[]).filter((key) => {
    const value = metadata[key];
    return Array.isArray(value) || typeof value === 'string' ? value.length > 0 : value;
  });
  return lost.length === 0 ? [] : [`CSV holds no ${listed(lost.map((key) => ENTRIES[key]))}.`];
}

function lheLosses(columns: readonly string[], metadata: EventMetadata): string[] {
  const smeared = VISIBLE_ROLES.filter((role) =>
    columns.includes(momentumColumns(trueRole(role))[0])
  );
  const results = columns.filter(isResultColumn);
  const sentences = ['LHE numbers events anew, from 0.'];
  if (smeared.length > 0) {
    sentences.push(
      `LHE has no place for the measured momenta of smeared particles (${smeared.join(', ')}) and for pTmiss as measured: the true ones are written.`
    );
  }
  if (columns.includes('exchanged')) {
    sentences.push(
      'LHE does not say in which events b1 and b2 are exchanged: they are written so.'
    );
  }
  if (results.length > 0) sentences.push(`LHE has no place for ${listed(results)}.`);
  if (metadata.selections?.length) sentences.push('LHE does not say which cuts were made.');
  if (metadata.crossSection === undefined) {
    sentences.push('The cross-section is not known and written as 0.');
  }
  return sentences;
}

function listed(words: readonly string[]): string {
  const [last, ...before] = [...words].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
}
