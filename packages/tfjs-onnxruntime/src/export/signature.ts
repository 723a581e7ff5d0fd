import type { ElementType } from '../graph/node.ts';

/** What an input of an exported model is. */
export interface InputSpec {
  /**
   * Its lengths. A name leaves a length open, and the same name means the same length; `null` is the
   * name `batch`.
   */
  readonly shape: readonly (number | string | null)[];
  /** Its element type, `float32` if omitted. */
  readonly dtype?: 'float32' | 'int32' | 'bool';
}

/** An input or output of a model. */
export interface TensorSignature {
  readonly name: string;
  /** ONNX Runtime's name of the element type. */
  readonly dtype: string;
  /** A name or a formula stands for a length that is open. */
  readonly shape: readonly (number | string)[];
}

/** What goes into a model and comes out of it. */
export interface ModelSignature {
  readonly inputs: readonly TensorSignature[];
  readonly outputs: readonly TensorSignature[];
}

/** An input of a model that is made from recorded operations. */
export interface InputSignature extends TensorSignature {
  readonly dtype: ElementType;
}

/** Names that begin with this are given to what is inside the model. */
export const INNER = '/';

const OPEN_LENGTH = 'batch';
const DTYPES: readonly string[] = ['float32', 'int32', 'bool'];

/**
 * Checks what a caller says of a model's inputs.
 *
 * @param specs By name.
 * @returns The inputs in the same order.
 * @throws TypeError or RangeError that names the first input that cannot be.
 */
export function inputSignatures(specs: Readonly<Record<string, InputSpec>>): InputSignature[] {
  const inputs = Object.entries(specs).map(([name, spec]) => inputSignature(name, spec));
  if (inputs.length === 0) {
    throw new RangeError('exportOnnx: received no inputs, expected the name and shape of each.');
  }
  return inputs;
}

function inputSignature(name: string, { shape, dtype = 'float32' }: InputSpec): InputSignature {
  checkName('input', name);
  if (!DTYPES.includes(dtype)) {
    throw new TypeError(
      `exportOnnx: the dtype of input "${name}" is "${dtype}", expected one of ${DTYPES.join(', ')}.`
    );
  }
  if (!Array.isArray(shape)) {
    throw new TypeError(`exportOnnx: input "${name}" has no shape, expected a list of lengths.`);
  }
  const lengths: InputSpec['shape'] = shape;
  return { name, dtype, shape: lengths.map((length) => checkedLength(name, length)) };
}

function checkedLength(name: string, length: number | string | null): number | string {
  if (length === null) return OPEN_LENGTH;
  if (typeof length === 'string' && length !== '') return length;
  if (typeof length === 'number' && Number.isSafeInteger(length) && length > 0) return length;
  throw new RangeError(
    `exportOnnx: a length of input "${name}" is ${JSON.stringify(length)}, expected a whole number from 1 on, a name, or null.`
  );
}

/**
 * Checks the name of an input or output.
 *
 * @param kind What it is the name of.
 * @param name The name.
 * @throws RangeError if it cannot be one.
 */
export function checkName(kind: 'input' | 'output', name: string): void {
  if (name === '' || name.startsWith(INNER)) {
    throw new RangeError(
      `exportOnnx: an ${kind} is called "${name}", expected a name that does not begin with "${INNER}".`
    );
  }
}

/**
 * Checks the names of the outputs.
 *
 * @param names Of the outputs.
 * @param inputs Of the same model.
 * @throws RangeError if one cannot be, or is taken.
 */
export function checkOutputNames(
  names: readonly string[],
  inputs: readonly InputSignature[]
): void {
  for (const name of names) {
    checkName('output', name);
    if (inputs.some((input) => input.name === name)) {
      throw new RangeError(
        `exportOnnx: both an input and an output are called "${name}"; return the output under another name.`
      );
    }
  }
}
