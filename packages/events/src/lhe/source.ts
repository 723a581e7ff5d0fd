import { basename } from 'node:path';
import type { EventMetadata } from '../columns/metadata.ts';
import { eventColumns } from '../columns/roles.ts';
import type { EventSource, SourceOptions } from '../convert/source.ts';
import { topologyText } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import { totalCrossSection } from './init.ts';
import type { LheInit } from './init.ts';
import { readLheInit } from './read-init.ts';
import { readLhe } from './reader.ts';
import { resolveTopology } from './resolve-topology.ts';

/**
 * Opens an LHE file.
 *
 * @param path The file, packed with gzip or not.
 * @param options Topology, how many events may lack it, limit.
 * @returns The open file; a cross-section of 0 counts as unknown.
 * @throws InputError if the file is damaged in front of the events, or the topology is not found.
 */
export async function openLhe(path: string, options: SourceOptions): Promise<EventSource> {
  const init = await readLheInit(path);
  const topology = await resolveTopology(path, options.topology ?? 'auto');
  const { maxUnmatched, limit } = options;
  const events = readLhe(path, { maxUnmatched, limit, topology });
  return {
    format: 'lhe',
    columnNames: eventColumns(true),
    metadata: lheMetadata(path, topology, init),
    batches: events,
    dropped: events.counts.dropped,
    ignored: [],
    close: () => Promise.resolve(),
  };
}

function lheMetadata(path: string, topology: Topology, init: LheInit): EventMetadata {
  const crossSection = totalCrossSection(init);
  return {
    sample: init.sample ?? `${basename(path)} (${topologyText(topology)})`,
    ...(crossSection.value === 0 ? {} : { crossSection }),
    beamEnergies: init.beamEnergies,
    topology,
    generators: init.generators,
  };
}
