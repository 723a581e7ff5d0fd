import type { InputSignature } from './signature.ts';

/** The open lengths of a model, and lengths to record it with. */
export interface OpenLengths {
  readonly names: readonly string[];
  /**
   * For each recording a length for each name: the first as a start, then one for each name in which
   * only that length differs, then one in which all differ.
   */
  readonly samples: readonly (readonly number[])[];
}

/**
 * Lengths to record with. The first list has nothing in common with the widths of usual networks; the next
 * two are for functions that divide a length. None of these is above 32, the batches in which `tf.layers`
 * predicts. The last is for functions that take a wide tensor apart, whose columns count through the others.
 */
const POOLS: readonly (readonly number[])[] = [
  [23, 29, 31, 19, 17, 13, 11, 7, 5],
  [24, 12, 30, 18, 6, 32, 20, 28, 22],
  [24, 8, 16, 32, 4, 12, 20, 28, 8],
  [499, 491, 487, 479, 467, 463, 461, 457, 449],
];

/**
 * The open lengths of a model with several choices of lengths to record it with.
 *
 * @param inputs Of the model.
 * @returns One choice if no length is open, else several to be tried in this order.
 * @throws RangeError if more lengths are open than can be told apart.
 */
export function openLengths(inputs: readonly InputSignature[]): OpenLengths[] {
  const open = inputs.flatMap(({ shape }) => shape.filter((length) => typeof length === 'string'));
  const names = [...new Set(open)];
  if (names.length === 0) return [{ names, samples: [[]] }];
  if (3 * names.length > POOLS[0].length) {
    throw new RangeError(
      `exportOnnx: ${names.length} lengths are open (${names.join(', ')}), expected at most ${POOLS[0].length / 3}; give the others as numbers.`
    );
  }
  return POOLS.map((pool) => ({ names, samples: samplesFrom(pool, names.length) }));
}

function samplesFrom(pool: readonly number[], count: number): number[][] {
  const take = (choice: number): number[] =>
    Array.from({ length: count }, (_, i) => pool[3 * i + choice]);
  const start = take(0);
  const changed = take(1);
  return [start, ...start.map((_, i) => start.with(i, changed[i])), take(2)];
}

/** (Σᵢ factors[i] lengthᵢ + offset) / divisor, all whole numbers. */
export interface Affine {
  readonly factors: readonly number[];
  readonly offset: number;
  readonly divisor: number;
}

/**
 * A number as a function of the open lengths.
 *
 * @param values The number in each recording.
 * @param open The open lengths.
 * @returns The affine function with these values, undefined if there is none.
 */
export function affine(values: readonly number[], { samples }: OpenLengths): Affine | undefined {
  if (!values.every(Number.isSafeInteger)) return undefined;
  const [start] = samples;
  const slopes = start.map((length, i) => {
    const rise = values[1 + i] - values[0];
    const run = samples[1 + i][i] - length;
    const common = divisorOf(rise, run);
    return { rise: rise / common, run: run / common };
  });
  const divisor = slopes.reduce((product, { run }) => (product * run) / divisorOf(product, run), 1);
  const factors = slopes.map(({ rise, run }) => (rise * divisor) / run);
  const offset = values[0] * divisor - dot(factors, start);
  const found = { factors, offset, divisor };
  const last = samples.length - 1;
  return dot(factors, samples[last]) + offset === values[last] * divisor ? found : undefined;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, factor, i) => sum + factor * b[i], 0);
}

/** The greatest common divisor with the sign of b, so that b divided by it is positive. */
function divisorOf(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return b < 0 ? -x : x;
}

/**
 * A length as ONNX writes it.
 *
 * @param values The length in each recording.
 * @param open The open lengths.
 * @param otherwise The name of a length that has no formula.
 * @returns A number if it is always the same, the name of an open length, or a formula of such names.
 */
export function lengthText(
  values: readonly number[],
  open: OpenLengths,
  otherwise: string
): number | string {
  if (values.every((value) => value === values[0])) return values[0];
  const found = affine(values, open);
  if (found?.divisor !== 1) return otherwise;
  const terms = found.factors.flatMap((factor, i) => {
    if (factor === 0) return [];
    return [factor === 1 ? open.names[i] : `${factor}*${open.names[i]}`];
  });
  if (found.offset !== 0) terms.push(String(found.offset));
  return terms.join('+').replaceAll('+-', '-');
}
