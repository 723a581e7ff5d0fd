import { readFields } from '../disk/read-fields.ts';
import type { LheEvent } from './event.ts';

/** NUP, IDPRUP, XWGTUP, SCALUP, AQEDUP, AQCDUP; the first and the third are read. */
const WANTED = Uint8Array.of(1, 0, 1, 0, 0, 0);

const values = new Float64Array(WANTED.length);

/**
 * Reads the first line of an event, that of its number of particles and its weight.
 *
 * @param bytes The text.
 * @param start Where the line begins.
 * @param end Where it ends.
 * @param event Receives the weight.
 * @returns The number of particles that it announces; what is wrong with it, as a clause, if something is.
 */
export function readHead(
  bytes: Uint8Array,
  start: number,
  end: number,
  event: LheEvent
): number | string {
  const fields = readFields(bytes, start, end, values, WANTED);
  if (fields !== WANTED.length) {
    return `the first line of the event has ${fields} fields, expected ${WANTED.length} numbers`;
  }
  const [announced, , weight] = values;
  if (!Number.isInteger(announced) || announced < 1) {
    return `the number of particles is ${announced}, expected a positive integer`;
  }
  if (!Number.isFinite(weight)) return `the event weight is ${weight}, expected a finite number`;
  event.weight = weight;
  return announced;
}
