import type { EventBatch } from '../columns/batch.ts';
import type { EventWriter } from '../columns/event-writer.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import { createTextFile } from '../disk/packed-file.ts';
import { branchIds } from '../topology/branch-ids.ts';
import type { Topology } from '../topology/topology.ts';
import { eventsText } from './event-text.ts';
import { initText } from './init-text.ts';

/** What an LHE file says besides its events. */
export interface LheWriterOptions extends EventMetadata {
  /** Says which PDG ids are written; of alternatives the first is taken. */
  readonly topology: Topology;
  /** Whether to pack the file with gzip; if omitted, its name decides. */
  readonly packed?: boolean | undefined;
}

/** Events turned into text at once. */
const STRETCH_ROWS = 256;

/**
 * Creates an LHE file, version 3.0, of events whose invisible momenta are known.
 *
 * Momenta have 17 digits, so they read back as the same doubles. The incoming gluons carry the energy and the
 * longitudinal momentum of the event; what recoils against it is one more gluon. Particles that are smeared are
 * written with their true momenta. There are no colours: the file is for reading, not for showering. Event numbers
 * are not kept; readers count from 0.
 *
 * @param path The file; its folder must exist.
 * @param options Topology, and what the file says about all events.
 * @returns The writer. Its `write` throws an InputError if a momentum column is missing, a momentum is not
 *  finite or spacelike, or if pTmiss is not the sum of the invisible momenta though nothing is smeared, for which LHE
 *  has no place.
 * @throws InputError if the file cannot be created.
 */
export async function createLheWriter(
  path: string,
  options: LheWriterOptions
): Promise<EventWriter> {
  const ids = branchIds(options.topology);
  const sink = await createTextFile(path, options.packed ?? path.endsWith('.gz'));
  let begun = false;
  const begin = async (first?: EventBatch) => {
    if (!begun) await sink.write(initText(options, first));
    begun = true;
  };
  return {
    async write(batch) {
      await begin(batch);
      for (let row = 0; row < batch.length; row += STRETCH_ROWS) {
        const end = Math.min(row + STRETCH_ROWS, batch.length);
        await sink.write(eventsText(path, batch, ids, row, end));
      }
    },
    async close() {
      try {
        await begin();
        await sink.write('</LesHouchesEvents>\n');
      } catch (error) {
        // A sink closes its file only when it is closed itself.
        await sink.abort();
        throw error;
      }
      await sink.close();
    },
    abort: () => sink.abort(),
  };
}
