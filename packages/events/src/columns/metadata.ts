import { InputError } from '../errors.ts';
import { TOPOLOGY_PLACES } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';

/** A cross-section and its statistical error, pb. */
export interface CrossSection {
  readonly value: number;
  readonly error: number;
}

/** What a file of events says about all of them. */
export interface EventMetadata {
  /** One line that says what the events are. */
  readonly sample: string;
  /** Cross-section of the sample before any selection. */
  readonly crossSection?: CrossSection | undefined;
  /** Energies of the two beams, GeV. */
  readonly beamEnergies?: readonly [number, number] | undefined;
  /** Which particles play the roles. */
  readonly topology?: Topology | undefined;
  /** What made the events, name and version first. */
  readonly generators?: readonly string[] | undefined;
  /** Cuts that events had to pass, one selection after the other, as `selection` of the settings of preprocess. */
  readonly selections?: readonly Readonly<Record<string, unknown>>[] | undefined;
}

/** Version of columns and metadata; see docs/event-files.md. */
export const SCHEMA_VERSION = 1;

/**
 * Metadata as text entries: those of an Arrow schema and of a Parquet file.
 *
 * @param metadata What the file says.
 * @returns `deelema_schema`, `sample` and, where known, `cross_section_pb`, `cross_section_error_pb`,
 *  `beam_energies_GeV`, `topology`, `generators` and `selections` (JSON).
 */
export function metadataEntries(metadata: EventMetadata): Map<string, string> {
  const { sample, crossSection, beamEnergies, topology, generators, selections } = metadata;
  const entries = new Map([
    ['deelema_schema', String(SCHEMA_VERSION)],
    ['sample', sample],
  ]);
  if (crossSection) {
    entries.set('cross_section_pb', String(crossSection.value));
    entries.set('cross_section_error_pb', String(crossSection.error));
  }
  if (beamEnergies) entries.set('beam_energies_GeV', JSON.stringify(beamEnergies));
  if (topology) entries.set('topology', JSON.stringify(topology));
  if (generators && generators.length > 0) entries.set('generators', JSON.stringify(generators));
  if (selections && selections.length > 0) entries.set('selections', JSON.stringify(selections));
  return entries;
}

/**
 * Reads the entries of {@link metadataEntries}; foreign entries are passed over, for files come from everywhere.
 *
 * @param path Name of the file for messages.
 * @param entries Entries of a file; undefined for none.
 * @returns What the file says; an empty sample line if it says nothing.
 * @throws InputError if the file is of a newer version, or one of our entries is damaged.
 */
export function parseMetadata(
  path: string,
  entries: ReadonlyMap<string, string> | undefined
): EventMetadata {
  const get = (key: string) => entries?.get(key);
  const version = get('deelema_schema');
  if (version !== undefined && !(Number(version) <= SCHEMA_VERSION)) {
    throw new InputError(
      `${path}: its columns are of version ${version}, expected ${SCHEMA_VERSION} at most; update deelema or write the file anew.`
    );
  }
  const value = get('cross_section_pb');
  const error = get('cross_section_error_pb');
  return {
    sample: get('sample') ?? '',
    ...(value === undefined
      ? {}
      : {
          crossSection: {
            value: number(path, 'cross_section_pb', value),
            error: number(path, 'cross_section_error_pb', error ?? '0'),
          },
        }),
    ...parsed(path, 'beamEnergies', 'beam_energies_GeV', entries, isPair),
    ...parsed(path, 'topology', 'topology', entries, isTopology),
    ...parsed(path, 'generators', 'generators', entries, isTexts),
    ...parsed(path, 'selections', 'selections', entries, isObjects),
  };
}

function number(path: string, entry: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw damaged(path, entry, text);
}

function parsed(
  path: string,
  key: 'beamEnergies' | 'topology' | 'generators' | 'selections',
  entry: string,
  entries: ReadonlyMap<string, string> | undefined,
  isValid: (value: unknown) => boolean
): Partial<EventMetadata> {
  const text = entries?.get(entry);
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isValid(value)) return { [key]: value };
  } catch {
    // Falls through to the same sentence.
  }
  throw damaged(path, entry, text);
}

function damaged(path: string, entry: string, text: string): InputError {
  return new InputError(
    `${path}: its metadata entry ${entry} is ${JSON.stringify(text.slice(0, 60))}, which cannot be read; write the file anew.`
  );
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isObjects(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
  );
}

function isTopology(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const places = value as Record<string, unknown>;
  return TOPOLOGY_PLACES.every((place) => {
    const ids = places[place];
    return Array.isArray(ids) && ids.length > 0 && ids.every(Number.isInteger);
  });
}
