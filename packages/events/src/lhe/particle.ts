import { parseNumbers } from '../disk/parse-number.ts';
import { quoted } from '../disk/text-lines.ts';
import { INTERMEDIATE } from './event.ts';
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

/** The fields that are checked: id, status, mother 1, momentum, mass. The others may hold what they like. */
const INTEGERS = [0, 1, 2];
const NUMBERS = [6, 7, 8, 9, 10];
const WANTED = Uint8Array.from(FIELDS, (_, k) =>
  Number(INTEGERS.includes(k) || NUMBERS.includes(k))
);

const values = new Float64Array(FIELDS.length);

/**
 * Reads a particle line and adds the particle to the event.
 *
 * @param line The line.
 * @param announced Number of particles in the event, NUP.
 * @param event Receives the particle.
 * @returns What is wrong with the line, as a clause; undefined if it is well.
 */
export function addParticle(line: string, announced: number, event: LheEvent): string | undefined {
  const fields = parseNumbers(line, values, WANTED);
  if (fields !== FIELDS.length) {
    return `a particle has ${fields} fields (${quoted(line.trim())}), expected ${FIELDS.length}`;
  }
  for (const k of INTEGERS) {
    if (!Number.isInteger(values[k])) return wrong(line, k, 'an integer');
  }
  for (const k of NUMBERS) {
    if (!Number.isFinite(values[k])) return wrong(line, k, 'a finite number');
  }
  if (values[2] < 0 || values[2] > announced) {
    return wrong(line, 2, `a particle number from 0 to ${announced}`);
  }
  store(event);
  return undefined;
}

function store(event: LheEvent): void {
  const i = event.addParticle();
  event.id[i] = values[0]!;
  // The accord's −2 is an intermediate particle too, one that is spacelike.
  event.status[i] = values[1] === -2 ? INTERMEDIATE : values[1];
  event.mother[i] = values[2]!;
  event.px[i] = values[6]!;
  event.py[i] = values[7]!;
  event.pz[i] = values[8]!;
  event.m[i] = values[10]!;
}

function wrong(line: string, field: number, expected: string): string {
  const received = line.trim().split(/\s+/)[field];
  return `${FIELDS[field]} is ${quoted(received)}, expected ${expected}`;
}
