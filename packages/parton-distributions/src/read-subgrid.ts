import { GridFileError } from './grid-file-error.ts';
import { numbersOf, type Line } from './grid-text.ts';
import { PARTON_COUNT, partonIndex } from './partons.ts';
import type { Subgrid } from './subgrid.ts';

/** Fewest knots in x and in Q, as in LHAPDF. */
const FEWEST = { x: 4, Q: 2 } as const;

/**
 * Reads a block of a lhagrid1 file: a line of knots in x, one of knots in Q, one of flavours, then
 * for each x and, within it, each Q a line of x f, one number per flavour.
 *
 * Flavours other than the gluon and five quarks (top, photon) are read and left out; partons that
 * the block does not list are 0.
 *
 * @param block Lines of the block.
 * @param name What errors call the file.
 * @param start Number of the block's separator, for errors.
 * @throws GridFileError if a line is missing, too much, too short or too long, or if knots do not
 *  rise.
 */
export function readSubgrid(block: readonly Line[], name: string, start: number): Subgrid {
  if (block.length < 3) {
    throw new GridFileError(
      `${name}, block ${start}: ${block.length} lines received, expected knots in x, knots in Q, ` +
        `flavours and values.`
    );
  }
  const x = knots(block[0], 'x', name);
  const q = knots(block[1], 'Q', name);
  if (x[x.length - 1] > 1) {
    throw new GridFileError(
      `${name}, line ${block[0].number}: last knot in x ${x[x.length - 1]} received, expected at ` +
        `most 1.`
    );
  }
  const places = flavours(block[2], name);
  const values = readValues(block, x.length, q.length, places, name);
  const q2 = q.map((scale) => scale * scale);
  return { x, q2, logX: x.map(Math.log), logQ2: q2.map(Math.log), values };
}

function knots(line: Line, variable: 'x' | 'Q', name: string): Float64Array {
  const found = Float64Array.from(numbersOf(line, name));
  const where = `${name}, line ${line.number}: knots in ${variable}:`;
  if (found.length < FEWEST[variable]) {
    throw new GridFileError(
      `${where} ${found.length} received, expected ${FEWEST[variable]} or more.`
    );
  }
  let before = 0;
  for (const knot of found) {
    if (knot <= before) {
      throw new GridFileError(
        `${where} ${knot} after ${before} received, expected rising from above 0.`
      );
    }
    before = knot;
  }
  return found;
}

/** Place in the order of `PARTONS` of each column, −1 for flavours that are left out. */
function flavours(line: Line, name: string): number[] {
  const ids = numbersOf(line, name);
  const places = ids.map(partonIndex);
  const twice = ids.find((_, i) => places[i] >= 0 && places.indexOf(places[i]) < i);
  if (twice !== undefined) {
    throw new GridFileError(
      `${name}, line ${line.number}: flavour ${twice} received twice, expected once.`
    );
  }
  if (places.includes(partonIndex(21))) return places;
  throw new GridFileError(
    `${name}, line ${line.number}: flavours ${ids.join(' ')} received, expected PDG ids with the ` +
      `gluon, 21, among them.`
  );
}

function readValues(
  block: readonly Line[],
  nx: number,
  nq: number,
  places: readonly number[],
  name: string
): Float64Array {
  const lines = block.slice(3);
  if (lines.length !== nx * nq) {
    throw new GridFileError(
      `${name}, line ${block.at(-1)!.number}: the block ends after ${lines.length} lines of ` +
        `values, expected ${nx * nq} (${nx} knots in x times ${nq} in Q).`
    );
  }
  const values = new Float64Array(nx * nq * PARTON_COUNT);
  lines.forEach((line, i) => {
    const row = numbersOf(line, name);
    if (row.length !== places.length) {
      throw new GridFileError(
        `${name}, line ${line.number}: ${row.length} values received, expected ${places.length}, ` +
          `one per flavour.`
      );
    }
    // The file runs through Q fastest, memory through x.
    const to = ((i % nq) * nx + Math.floor(i / nq)) * PARTON_COUNT;
    row.forEach((value, column) => {
      if (places[column] >= 0) values[to + places[column]] = value;
    });
  });
  return values;
}
