import { InputError } from '../errors.ts';

/** What a NumPy array says about itself. */
export interface NpyHeader {
  /** Bytes of one number. */
  readonly width: 4 | 8;
  readonly littleEndian: boolean;
  readonly shape: readonly number[];
}

/** Magic and version, before the length of the header. */
export const PREAMBLE_BYTES = 8;

const MAGIC = '\x93NUMPY';

/**
 * Number of bytes of the length of the header, by the preamble of an array.
 *
 * @param where File and array for messages.
 * @param preamble The first {@link PREAMBLE_BYTES} bytes.
 * @returns 2 for version 1 of the format, 4 for versions 2 and 3.
 * @throws InputError if it is not a NumPy array, or of another version.
 * @see numpy.lib.format
 */
export function lengthBytes(where: string, preamble: Uint8Array): 2 | 4 {
  const version = preamble[6];
  if (Buffer.from(preamble).toString('latin1', 0, 6) !== MAGIC) {
    throw new InputError(`${where} is not a NumPy array; save it with numpy.savez.`);
  }
  if (version === 1) return 2;
  if (version === 2 || version === 3) return 4;
  throw new InputError(`${where} is a NumPy array of version ${version}, expected 1, 2 or 3.`);
}

/**
 * Reads the header of a NumPy array.
 *
 * @param where File and array for messages.
 * @param text The header: a Python dictionary with `descr`, `fortran_order` and `shape`.
 * @returns What it says.
 * @throws InputError if the numbers are not floating-point, or stand in Fortran order.
 */
export function parseNpyHeader(where: string, text: string): NpyHeader {
  const descr = /'descr':\s*('[^']*'|\[.*?\])/.exec(text)?.[1];
  const fortran = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(text)?.[1];
  if (descr === undefined || fortran === undefined || shape === undefined) {
    throw new InputError(`${where}: the header of the array is damaged; save it anew.`);
  }
  const type = /^'([<>])f([48])'$/.exec(descr);
  if (type === null) {
    throw new InputError(
      `${where} holds values of type ${descr}, expected floating-point numbers ('<f8'); convert it with .astype(float).`
    );
  }
  const lengths = shape
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
  if (fortran === 'True' && lengths.length > 1) {
    throw new InputError(
      `${where} stands in Fortran order, expected C order; save numpy.ascontiguousarray of it.`
    );
  }
  return { width: type[2] === '8' ? 8 : 4, littleEndian: type[1] === '<', shape: lengths };
}
