import type { Graph } from '../graph/copy.ts';
import { leaf, operation, sameShape, sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { integers } from '../graph/operators.ts';
import { inOrder } from '../graph/order.ts';
import type { OpenLengths } from './lengths.ts';
import { ShapeValues } from './shape-values.ts';
import type { InputSignature } from './signature.ts';

/**
 * Makes one graph for all lengths out of recordings with several.
 *
 * The recordings are compared node by node. Numbers that are the same in all stay; numbers that depend
 * on the lengths are computed from the shapes of the inputs.
 *
 * @param recordings One per sample of the lengths; a single one if none is open.
 * @param inputs Of the model.
 * @param open The open lengths.
 * @returns The first recording's graph, good for all lengths; everything known is built in.
 * @throws RangeError that says which operation depends on a length in another way.
 */
export function merge(
  recordings: readonly Graph[],
  inputs: readonly InputSignature[],
  open: OpenLengths
): Graph {
  return new Merge(recordings, inputs, open).graph();
}

class Merge {
  readonly #open: OpenLengths;
  readonly #first: Graph;
  /** The nodes of each recording, in the same order. */
  readonly #orders: readonly (readonly GraphNode[])[];
  readonly #places: readonly Map<GraphNode, number>[];
  readonly #values: ShapeValues;
  readonly #merged: GraphNode[] = [];

  constructor(recordings: readonly Graph[], inputs: readonly InputSignature[], open: OpenLengths) {
    this.#open = open;
    [this.#first] = recordings;
    const roots = recordings.map(({ leaves, outputs }) => [...(leaves as GraphNode[]), ...outputs]);
    this.#orders = roots.map(inOrder);
    this.#places = this.#orders.map((order) => new Map(order.map((node, place) => [node, place])));
    this.#values = new ShapeValues(open, (name) => {
      const place = inputs.findIndex(({ shape }) => shape.includes(name));
      return { input: this.#first.leaves[place]!, axis: inputs[place].shape.indexOf(name) };
    });
  }

  graph(): Graph {
    const [order] = this.#orders;
    this.#expectSameStructure(order);
    const { leaves, outputs } = this.#first;
    order.forEach((node, place) => {
      if (node.operator !== '') this.#merged[place] = this.#operation(node, place);
    });
    const place = this.#places[0];
    return { leaves, outputs: outputs.map((node) => this.#merged[place.get(node)!]) };
  }

  #operation(node: GraphNode, place: number): GraphNode {
    const operands = node.inputs.map((input, i) => {
      const at = this.#places[0].get(input)!;
      const shape = node.operator === 'Reshape' && i === 1 ? this.#inferred(at) : undefined;
      return shape ?? (this.#merged[at] ??= this.#leaf(input, at, this.#orders[0][place]));
    });
    return operation(node, operands);
  }

  /** The target of a Reshape of which ONNX can find the one length that is open. */
  #inferred(place: number): GraphNode | undefined {
    const shapes = this.#at(place);
    if (!shapes.every(({ embedded }) => embedded)) return undefined;
    const [first, ...others] = shapes.map(numbersOf);
    const differ = first.map((length, i) => others.some((shape) => shape[i] !== length));
    if (differ.filter(Boolean).length !== 1) return undefined;
    return integers(first.map((length, i) => (differ[i] ? -1 : length)));
  }

  /** An input, or something known. */
  #leaf(node: GraphNode, place: number, user: GraphNode): GraphNode {
    if (this.#first.leaves.includes(node)) return node;
    const all = this.#at(place);
    const shapes = all.map(({ shape }) => shape);
    const isSame = all.every((one) => one.values === node.values || equal(one, node));
    if (isSame) return leaf(node.values!, node.shape, node.dtype, { embedded: true });
    const found = shapes.every((shape) => sameShape(shape, node.shape))
      ? this.#values.computed(all.map(numbersOf), node)
      : this.#filled(all);
    if (found === undefined) this.#fail(user);
    return found;
  }

  #filled(all: readonly GraphNode[]): GraphNode | undefined {
    const [{ values }] = all;
    const value = values![0];
    if (!all.every((one) => one.values!.every((v: number | bigint) => Object.is(v, value)))) {
      return undefined;
    }
    const shapes = all.map(({ shape }) => shape);
    return this.#values.filled(Number(value), shapes, all[0]);
  }

  #at(place: number): GraphNode[] {
    return this.#orders.map((order) => order[place]);
  }

  #expectSameStructure(order: readonly GraphNode[]): void {
    order.forEach((node, place) => {
      const same = this.#at(place).every((other, i) => this.#isAlike(node, other, i));
      if (!same) this.#fail(node);
    });
    const longer = this.#orders.find(({ length }) => length > order.length);
    if (longer !== undefined) this.#fail(longer[order.length]);
  }

  /** Whether a node is the same operation on the same operands as one of another recording. */
  #isAlike(node: GraphNode, other: GraphNode | undefined, recording: number): boolean {
    if (other?.operator !== node.operator || other.output !== node.output) return false;
    if (other.dtype !== node.dtype || other.shape.length !== node.shape.length) return false;
    if (JSON.stringify(other.attributes) !== JSON.stringify(node.attributes)) return false;
    const places = (one: GraphNode, i: number): string =>
      one.inputs.map((input) => this.#places[i].get(input)).join();
    return places(node, 0) === places(other, recording);
  }

  #fail({ operator, dtype, inputs }: GraphNode): never {
    const shapes = inputs.map(({ shape }) => `[${shape.join()}]`).join(', ');
    const names = this.#open.names.map((name, i) => `${name} = ${this.#open.samples[0][i]}`);
    throw new RangeError(
      `exportOnnx: what the operation ${operator} (${dtype}, on ${shapes} with ${names.join(', ')}) does depends on an open length in a way that a model cannot; give the length as a number, or compute with operations on the inputs.`
    );
  }
}

/** The values of a constant, one per element. */
function numbersOf({ values, shape }: GraphNode): number[] {
  const numbers = Array.from(values as ArrayLike<number | bigint>, Number);
  const size = sizeOf(shape);
  return numbers.length === size ? numbers : Array.from({ length: size }, () => numbers[0]);
}

function equal(a: GraphNode, b: GraphNode): boolean {
  if (!sameShape(a.shape, b.shape) || a.values!.length !== b.values!.length) return false;
  for (let i = 0; i < a.values!.length; ++i) {
    if (!Object.is(a.values![i], b.values![i])) return false;
  }
  return true;
}
