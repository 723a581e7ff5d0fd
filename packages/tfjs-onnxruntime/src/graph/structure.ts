import { textOf } from './attributes.ts';
import { Interning } from './interning.ts';
import type { ElementType, GraphNode, Values } from './node.ts';

// What a node is, as integers: [kind, what, element type, rank, lengths…], for an operation then
// [number of inputs, inputs…], for a constant [number of words, words of 32 bits…].
const LEAF = 0;
const OPERATION = 1;
const CONSTANT = 2;
const OUTPUTS = 3;
const TYPES: readonly ElementType[] = ['float32', 'int32', 'bool', 'int64'];
const names = new Interning();
// Attributes are few and shared between recordings, so most are looked up by identity.
const attributeNumbers = new WeakMap<object, number>();

const NOTHING = new Int32Array(0);

let buffer = new Int32Array(1 << 14);

/** Writes the structure of a segment; one at a time, since all share a buffer. */
export class StructureWriter {
  #length = 0;

  /** A fed tensor; its values are no part of the structure. */
  leaf(node: GraphNode): void {
    this.#head(LEAF, 0, node);
  }

  /** An operation or an embedded constant. */
  node(node: GraphNode): void {
    if (node.embedded) {
      const words = wordsOf(node.values!);
      this.#head(CONSTANT, 0, node);
      this.#push(words.length);
      for (const word of words) this.#push(word);
      return;
    }
    this.#head(OPERATION, operatorNumber(node), node);
    this.#push(node.inputs.length);
    for (const input of node.inputs) this.#push(input.index);
  }

  /** What the segment yields. */
  outputs(nodes: readonly GraphNode[]): void {
    this.#push(OUTPUTS);
    for (const node of nodes) this.#push(node.index);
  }

  /** The structure so far. */
  finish(): Int32Array {
    return buffer.slice(0, this.#length);
  }

  #head(kind: number, what: number, { dtype, shape }: GraphNode): void {
    this.#push(kind);
    this.#push(what);
    this.#push(TYPES.indexOf(dtype));
    this.#push(shape.length);
    for (const length of shape) this.#push(length);
  }

  #push(value: number): void {
    if (this.#length === buffer.length) {
      const larger = new Int32Array(2 * buffer.length);
      larger.set(buffer);
      buffer = larger;
    }
    buffer[this.#length++] = value;
  }
}

function operatorNumber({ operator, output, attributes }: GraphNode): number {
  if (attributes === undefined)
    return names.numberOf(output === 0 ? operator : `${operator}#${output}`);
  let number = attributeNumbers.get(attributes);
  if (number === undefined) {
    number = names.numberOf(textOf(attributes));
    attributeNumbers.set(attributes, number);
  }
  return names.numberOf(`${operator}#${output} ${number}`);
}

/** The bits of values, so that −0 differs from 0. */
function wordsOf(values: Values): Int32Array | Uint8Array {
  if (values instanceof Uint8Array) return values;
  return new Int32Array(values.buffer, values.byteOffset, values.byteLength / 4);
}

/** What is fed and who is computed from whom, read back from a structure. */
export interface Wiring {
  /** The fed tensors. */
  readonly leaves: readonly { readonly shape: readonly number[]; readonly dtype: ElementType }[];
  /** The operands of each node, as places: of nodes, or −1 − place for leaves. */
  readonly operands: readonly Int32Array[];
  /** The places of the outputs. */
  readonly outputs: Int32Array;
}

/**
 * Reads a structure back.
 *
 * @param structure From `StructureWriter`.
 * @returns The same for equal structures.
 */
export function wiringOf(structure: Int32Array): Wiring {
  const leaves: { shape: number[]; dtype: ElementType }[] = [];
  const operands: Int32Array[] = [];
  let at = 0;
  while (structure[at] !== OUTPUTS) {
    const [kind, , type, rank] = structure.subarray(at, at + 4);
    const shape = Array.from(structure.subarray(at + 4, at + 4 + rank));
    at += 4 + rank;
    if (kind === LEAF) {
      leaves.push({ shape, dtype: TYPES[type] });
      continue;
    }
    const count = structure[at++];
    const list = structure.subarray(at, (at += count));
    operands.push(kind === CONSTANT ? NOTHING : list);
  }
  return { leaves, operands, outputs: structure.subarray(at + 1) };
}

/**
 * A number that equal structures share.
 *
 * @param structure From `StructureWriter`.
 * @returns FNV-1a over its integers.
 */
export function hashOf(structure: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const value of structure) hash = Math.imul(hash ^ value, 0x01000193);
  return hash >>> 0;
}

/** Whether two structures are the same. */
export function sameStructure(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; ++i) if (a[i] !== b[i]) return false;
  return true;
}
