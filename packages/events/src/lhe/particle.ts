import { textOf } from '../disk/byte-text.ts';
import { fieldText, readFields } from '../disk/read-fields.ts';
import { quoted } from '../disk/text-lines.ts';
import { FINAL, INTERMEDIATE } from './event.ts';
import type { LheEvent } from './event.ts';

/** Fields of a particle line, in their order. */
const FIELDS = [
  'id',
  'status',
  'mother 1',
  'mother 2',
  'colour 1',
  'colour 2',
  'px',
  'py',
  'pz',
  'E',
  'mass',
  'lifetime',
  'spin',
];

/** A field that is not what it should be. */
interface Fault {
  readonly field: number;
  readonly expected: string;
}

const [ID, STATUS, MOTHER, PX, PY, PZ, E, MASS] = [0, 1, 2, 6, 7, 8, 9, 10] as const;

/** The fields that are read and checked. The others may hold what they like. */
const WANTED = Uint8Array.from(FIELDS, (_, k) => Number(k <= MOTHER || (k >= PX && k <= MASS)));

/** Largest |E² − p² − m²| of a final particle, in units of E²; momenta of four digits reach half of it. */
export const OFF_SHELL = 1e-3;

const values = new Float64Array(FIELDS.length);

/**
 * Reads a particle line and adds the particle to the event.
 *
 * @param bytes The text.
 * @param start Where the line begins.
 * @param end Where it ends.
 * @param announced Number of particles in the event, NUP.
 * @param event Receives the particle.
 * @returns What is wrong with the line, as a clause; undefined if it is well.
 */
export function addParticle(
  bytes: Uint8Array,
  start: number,
  end: number,
  announced: number,
  event: LheEvent
): string | undefined {
  const fields = readFields(bytes, start, end, values, WANTED);
  if (fields !== FIELDS.length) {
    const line = quoted(textOf(bytes, start, end).trim());
    return `a particle has ${fields} fields (${line}), expected ${FIELDS.length}`;
  }
  const fault = faultOf(announced);
  if (fault !== undefined) {
    const received = quoted(fieldText(bytes, start, end, fault.field));
    return `${FIELDS[fault.field]} is ${received}, expected ${fault.expected}`;
  }
  store(event);
  return undefined;
}

/** What is wrong with the values, if something is. */
function faultOf(announced: number): Fault | undefined {
  for (let field: number = ID; field <= MOTHER; field++) {
    // Integers of 32 bits, as they are stored; PDG ids have ten digits at most.
    if (values[field] !== (values[field] | 0)) return { field, expected: 'an integer' };
  }
  for (let field: number = PX; field <= MASS; field++) {
    if (!Number.isFinite(values[field])) return { field, expected: 'a finite number' };
  }
  const mother = values[MOTHER];
  if (mother < 0 || mother > announced) {
    return { field: MOTHER, expected: `a particle number from 0 to ${announced}` };
  }
  return values[STATUS] === FINAL ? offShell() : undefined;
}

/** The energy is not used, but one that momentum and mass contradict tells that a number is damaged. */
function offShell(): Fault | undefined {
  const energy = values[E];
  if (energy < 0) return { field: E, expected: '0 GeV or more for a final particle' };
  // A negative mass is the convention for a spacelike momentum; a final particle has it from rounding only.
  const m = Math.max(values[MASS], 0);
  const onShell = values[PX] ** 2 + values[PY] ** 2 + values[PZ] ** 2 + m * m;
  // Turned around, this would let pass what overflows.
  if (Math.abs(energy * energy - onShell) <= OFF_SHELL * energy * energy) return undefined;
  const expected = `${Math.sqrt(onShell).toPrecision(6)} GeV from its momentum and mass`;
  return { field: E, expected };
}

function store(event: LheEvent): void {
  const i = event.addParticle();
  event.id[i] = values[ID];
  // The accord's −2 is an intermediate particle too, one that is spacelike.
  event.status[i] = values[STATUS] === -2 ? INTERMEDIATE : values[STATUS];
  event.mother[i] = values[MOTHER];
  event.px[i] = values[PX];
  event.py[i] = values[PY];
  event.pz[i] = values[PZ];
  event.m[i] = values[MASS];
}
