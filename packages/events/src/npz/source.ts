import { basename } from 'node:path';
import type { EventSource, SourceOptions } from '../convert/source.ts';
import { InputError } from '../errors.ts';
import { mapBatches } from '../mapping/map-batches.ts';
import { planMapping } from '../mapping/mapping.ts';
import { NpzArrays } from './arrays.ts';
import { choosePairing } from './pairing.ts';
import type { ChosenPairing, Pairing } from './pairing.ts';
import { isOriginalFormat } from './roles-of-arrays.ts';
import { openNpzArchive } from './zip.ts';

/**
 * Opens an .npz file of four-momenta: arrays [n, 4] of E, px, py, pz under the names of the roles, or `b1 b2 l1 l2`
 * and `nu1 nu2` as the original code for the method has them; `ptmiss` [n, 2] and `weight` [n] if they are there.
 *
 * Which lepton belongs to which b quark is found out from the masses, unless the options say it; the sample line
 * tells. All arrays are read side by side, so memory does not grow with the number of events.
 *
 * @param path The file, packed or not.
 * @param options Pairing, unit and limit.
 * @returns The open file.
 * @throws InputError if it is not such a file, is cut off or damaged, or if the pairing is not clear (exit code 2).
 * @see PRR 5, 043186: the training code published with it.
 */
export async function openNpz(path: string, options: SourceOptions): Promise<EventSource> {
  const archive = await openNpzArchive(path);
  const arrays = new NpzArrays(archive);
  try {
    const { pairing, note } = await pairingOf(arrays, options.pairing ?? 'auto');
    await arrays.open(pairing);
    const mapping = planMapping(path, arrays.columns, { unit: options.unit });
    const dropped: Record<string, number> = {};
    return {
      format: 'npz',
      columnNames: mapping.columnNames,
      metadata: { sample: `${basename(path)}${note}` },
      batches: mapBatches(path, mapping, arrays.batches(), { ...options, dropped }),
      dropped,
      ignored: arrays.ignored,
      close() {
        arrays.close();
        return Promise.resolve();
      },
    };
  } catch (error) {
    arrays.close();
    throw error;
  }
}

async function pairingOf(
  arrays: NpzArrays,
  wanted: Pairing | 'auto'
): Promise<{ pairing: Pairing; note: string }> {
  if (!isOriginalFormat(arrays.names)) {
    if (wanted === 'auto') return { pairing: 'straight', note: '' };
    throw new InputError(
      `${arrays.path}: a pairing is given, but only files with leptons l1 and l2 need one; leave it out, for the arrays name the roles.`,
      { exitCode: 2 }
    );
  }
  if (wanted !== 'auto') return { pairing: wanted, note: ` (${inWords(wanted)})` };
  const chosen = choosePairing(arrays.path, await arrays.firstMomenta());
  return { pairing: chosen.pairing, note: ` (${inWords(chosen.pairing)}: ${evidence(chosen)})` };
}

function inWords(pairing: Pairing): string {
  return pairing === 'straight' ? 'l1 with b1' : 'l2 with b1';
}

function evidence({ share, events }: ChosenPairing): string {
  return `${(100 * share).toFixed(1)} % of the first ${events} events fit better so`;
}
