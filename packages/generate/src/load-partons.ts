import { grv94lo, loadLhapdfGrid, type PartonDistributions } from '@deelema/parton-distributions';

/**
 * The parton distributions of the protons.
 *
 * @param path A member file of an LHAPDF6 set; GRV94 LO if omitted.
 * @throws GridFileError if the file cannot be read or is malformed.
 */
export async function loadPartons(path: string | undefined): Promise<PartonDistributions> {
  return path === undefined ? grv94lo() : loadLhapdfGrid(path);
}
