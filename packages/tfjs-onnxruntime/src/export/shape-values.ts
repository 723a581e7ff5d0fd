import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import {
  apply,
  cast,
  concat,
  constant,
  elementwise,
  integers,
  reshape,
} from '../graph/operators.ts';
import { affine } from './lengths.ts';
import type { Affine, OpenLengths } from './lengths.ts';

/** Computes numbers from the open lengths of a model's inputs. */
export class ShapeValues {
  readonly #open: OpenLengths;
  /** For each open length a tensor of one element that holds it. */
  readonly #lengths: readonly GraphNode[];

  /**
   * @param open The open lengths.
   * @param source For each an input and its axis that has this length.
   */
  constructor(open: OpenLengths, source: (name: string) => { input: GraphNode; axis: number }) {
    this.#open = open;
    this.#lengths = open.names.map((name) => {
      const { input, axis } = source(name);
      return apply('Shape', [input], [1], 'int64', { start: axis, end: axis + 1 });
    });
  }

  /**
   * A tensor of numbers that depend on the open lengths.
   *
   * @param values Its values in each recording.
   * @param like A tensor of the same type and shape.
   * @returns Undefined if one of the numbers is no affine function of the lengths.
   */
  computed(values: readonly (readonly number[])[], like: GraphNode): GraphNode | undefined {
    const parts: GraphNode[] = [];
    for (let i = 0; i < values[0].length; ++i) {
      const found = affine(
        values.map((one) => one[i]),
        this.#open
      );
      if (found === undefined) return undefined;
      parts.push(this.#evaluated(found));
    }
    const all = cast(concat(parts, 0), like.dtype);
    return like.shape.length === 1 ? all : reshape(all, like.shape);
  }

  /**
   * A tensor of equal elements whose shape depends on the open lengths.
   *
   * @param value The element.
   * @param shapes The shape in each recording.
   * @param like A tensor of the same type, of the shape in the first recording.
   * @returns Undefined if a length is no affine function of the open lengths.
   */
  filled(
    value: number,
    shapes: readonly (readonly number[])[],
    like: GraphNode
  ): GraphNode | undefined {
    const shape = this.computed(shapes, integers(like.shape));
    if (shape === undefined || sizeOf(like.shape) === 0) return undefined;
    return apply('Expand', [constant([value], [], like.dtype), shape], like.shape);
  }

  #evaluated({ factors, offset, divisor }: Affine): GraphNode {
    const terms = factors.flatMap((factor, i) => {
      const length = this.#lengths[i];
      if (factor === 0) return [];
      return [factor === 1 ? length : elementwise('Mul', [length, integers([factor])])];
    });
    if (offset !== 0 || terms.length === 0) terms.push(integers([offset]));
    const sum = terms.reduce((a, b) => elementwise('Add', [a, b]));
    return divisor === 1 ? sum : elementwise('Div', [sum, integers([divisor])]);
  }
}
