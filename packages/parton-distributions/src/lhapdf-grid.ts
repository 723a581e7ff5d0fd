import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { GridFileError } from './grid-file-error.ts';
import { gridBlocks, headerOf } from './grid-text.ts';
import type { PartonDistributions } from './parton-distributions.ts';
import { PARTON_COUNT, requirePartonIndex } from './partons.ts';
import { readSubgrid } from './read-subgrid.ts';
import { addInterpolated, type Subgrid } from './subgrid.ts';

/** How a grid is called. */
export interface LhapdfGridOptions {
  /** Name of the set, used in errors too. */
  readonly name?: string;
}

/** Parton distributions from a grid, with the header of the file. */
export interface LhapdfGrid extends PartonDistributions {
  /** `PdfType`, `Format` and what else stands in the member file's header. */
  readonly header: Readonly<Record<string, string>>;
}

/**
 * Parton distributions from the text of an LHAPDF6 member file (`<set>_0000.dat`, format lhagrid1).
 *
 * Interpolated as by LHAPDF's default, logBicubic: cubic Hermite polynomials in ln x and ln Q²,
 * derivatives at knots from the slopes beside them, none taken across the edge of a subgrid; at the
 * Q² where two subgrids meet the upper one counts. Deviation: outside the knots the nearest point
 * inside counts (LHAPDF's extrapolator `nearest`; its default is `continuation`), and x f is 0 at
 * x ≥ 1. The strong coupling of the set, in its `.info` file, is not read.
 *
 * @param text Contents of the file.
 * @param options Name of the set; 'LHAPDF grid' if omitted.
 * @returns The distributions.
 * @throws GridFileError if the text is no lhagrid1 file or a malformed one.
 * @see A. Buckley et al., Eur. Phys. J. C 75 (2015) 132, arXiv:1412.7420, section 3
 */
export function readLhapdfGrid(text: string, options: LhapdfGridOptions = {}): LhapdfGrid {
  const name = options.name ?? 'LHAPDF grid';
  const [head, ...blocks] = gridBlocks(text, name);
  const header = headerOf(head);
  if (header.Format !== 'lhagrid1') {
    throw new GridFileError(
      `${name}: ${header.Format ? `Format ${header.Format}` : 'no Format'} in the header, expected ` +
        `lhagrid1. Give a member file of an LHAPDF6 set, <set>_0000.dat.`
    );
  }
  const subgrids = blocks.map((block, i) => readSubgrid(block, name, i + 1));
  checkJoins(subgrids, name);
  return distributions(subgrids, name, header);
}

/**
 * `readLhapdfGrid` from a file.
 *
 * @param path The file, unpacked; its name without `.dat` is that of the set unless given.
 * @param options Name of the set.
 * @returns The distributions.
 * @throws GridFileError if the file cannot be read or is malformed.
 */
export async function loadLhapdfGrid(
  path: string,
  options: LhapdfGridOptions = {}
): Promise<LhapdfGrid> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GridFileError(
      `${path}: cannot be read as a grid of parton distributions (${why}). Give the path of a ` +
        `member file of an LHAPDF6 set, <set>_0000.dat.`,
      { cause }
    );
  });
  return readLhapdfGrid(text, { name: options.name ?? basename(path, '.dat') });
}

/** Printed to six digits or so, the same threshold may differ in the last. */
const SAME_KNOT = 1e-5;

function checkJoins(subgrids: readonly Subgrid[], name: string): void {
  if (subgrids.length === 0) {
    throw new GridFileError(`${name}: no block of values received, expected one or more.`);
  }
  for (let i = 1; i < subgrids.length; ++i) {
    const end = Math.sqrt(subgrids[i - 1].q2.at(-1)!);
    const start = Math.sqrt(subgrids[i].q2[0]);
    if (Math.abs(start - end) <= SAME_KNOT * end) continue;
    throw new GridFileError(
      `${name}, block ${i + 1}: first knot in Q ${start} GeV received, expected ${end} GeV, where ` +
        `the block before it ends.`
    );
  }
}

function distributions(
  subgrids: readonly Subgrid[],
  name: string,
  header: Record<string, string>
): LhapdfGrid {
  const range = {
    xMin: Math.max(...subgrids.map(({ x }) => x[0])),
    xMax: Math.min(...subgrids.map(({ x }) => x[x.length - 1])),
    q2Min: subgrids[0].q2[0],
    q2Max: subgrids.at(-1)!.q2.at(-1)!,
  };
  const all = new Float64Array(PARTON_COUNT);
  const evaluate = (x: number, q2: number, out: Float64Array, at = 0): void => {
    out.fill(0, at, at + PARTON_COUNT);
    if (x >= 1) return;
    let i = subgrids.length - 1;
    while (i > 0 && !(subgrids[i].q2[0] <= q2)) --i;
    const { x: xs, q2: scales } = subgrids[i];
    const inX = Math.min(Math.max(x, xs[0]), xs[xs.length - 1]);
    const inQ2 = Math.min(Math.max(q2, scales[0]), scales[scales.length - 1]);
    addInterpolated(subgrids[i], inX, inQ2, out, at);
  };
  const xf = (flavour: number, x: number, q2: number): number => {
    const index = requirePartonIndex(name, flavour);
    evaluate(x, q2, all);
    return all[index];
  };
  return { name, header, ...range, xf, evaluate };
}
