// @ts-check
/**
 * Events for the peers: made by the stage `generate`, handed over as a file of 64-bit floats that C++ reads as well,
 * one column after the other, each as long as there are events.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fourMomenta, momentumColumns, openEvents } from '@deelema/events';
import { stage } from '@deelema/generate';

const ROLES = /** @type {const} */ (['a1', 'b1', 'a2', 'b2']);
/** E, px, py and pz of each, then pTmiss. */
const COLUMNS = [...ROLES.flatMap(momentumColumns), 'ptmiss_x', 'ptmiss_y'];

/**
 * Generates events and writes their columns.
 *
 * @param {object} settings Of the stage `generate`.
 * @param {string} folder Where to work.
 * @param {string} path The file to write.
 */
export async function writeSample(settings, folder, path) {
  const arrow = join(folder, 'events.arrow');
  await stage.run({
    config: stage.config.parse({ seed: 1, ...settings }),
    inputs: {},
    out: { dir: folder, path: () => arrow, file: (name) => join(folder, name) },
    project: 'bench',
    base: folder,
    scratch: folder,
    workers: 1,
    progress: { start: () => undefined, add: () => undefined, log: () => undefined },
    signal: new AbortController().signal,
  });
  const file = await openEvents(arrow);
  const all = new Float64Array(COLUMNS.length * file.rows);
  let first = 0;
  for await (const { columns, length } of file.batches(COLUMNS)) {
    COLUMNS.forEach((name, k) => all.set(columns[name] ?? [], k * file.rows + first));
    first += length;
  }
  await file.close();
  rmSync(arrow);
  writeFileSync(path, all);
}

/**
 * Reads such a file.
 *
 * @param {string} path
 * @returns {import('@deelema/mass-variables').AntlerEvents}
 */
export function readSample(path) {
  const all = readDoubles(path);
  const events = all.length / COLUMNS.length;
  /** @type {Record<string, Float64Array>} */
  const columns = {};
  COLUMNS.forEach((name, k) => (columns[name] = all.subarray(k * events, (k + 1) * events)));
  const [a1, b1, a2, b2] = ROLES.map((role) => fourMomenta({ length: events, columns }, role));
  const { ptmiss_x: ptmissX, ptmiss_y: ptmissY } = columns;
  if (!a1 || !b1 || !a2 || !b2 || !ptmissX || !ptmissY) throw new Error('A column is missing.');
  return { a1, b1, a2, b2, ptmissX, ptmissY };
}

/** @param {string} path */
export function readDoubles(path) {
  const { buffer, byteOffset, length } = readFileSync(path);
  return new Float64Array(buffer.slice(byteOffset, byteOffset + length));
}
