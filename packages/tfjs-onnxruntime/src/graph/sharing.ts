import { textOf } from './attributes.ts';
import { operation } from './node.ts';
import type { GraphNode } from './node.ts';

/** Keeps one node for each computation, however often it is asked for. */
export class Sharing {
  readonly #nodes = new Map<string, GraphNode>();

  /**
   * A node with other operands.
   *
   * @param node An operation, or a leaf.
   * @param inputs The operands it is to have.
   * @returns A node made earlier that computes the same, if there is one.
   */
  rebuilt(node: GraphNode, inputs: readonly GraphNode[]): GraphNode {
    const key = keyOf(node, inputs);
    if (key === undefined) return node;
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const same = inputs.every((input, i) => input === node.inputs[i]);
    const made = same ? node : operation(node, inputs);
    this.#nodes.set(key, made);
    return made;
  }
}

/** Equal for nodes that are the same; undefined for a fed leaf, which is only itself. */
function keyOf(node: GraphNode, inputs: readonly GraphNode[]): string | undefined {
  const { operator, output, attributes, dtype, shape } = node;
  const type = `${dtype} ${shape.join()}`;
  if (node.embedded) return `${type} ${describe(node)}`;
  if (operator === '') return undefined;
  const operands = inputs.map((input) => input.id).join();
  return `${operator} ${output} ${textOf(attributes)} ${type} ${operands}`;
}

function describe({ values }: GraphNode): string {
  // join() alone would write −0 as 0.
  return Array.from(values as ArrayLike<number | bigint>, (value) =>
    Object.is(value, -0) ? '-0' : String(value)
  ).join();
}
