import { PbfWriter } from 'pbf';
import type { AttributeValue, Attributes } from '../graph/attributes.ts';
import type { ElementType, Values } from '../graph/node.ts';

/** A tensor stored in the model. */
export interface Initializer {
  readonly name: string;
  readonly dtype: ElementType;
  readonly shape: readonly number[];
  readonly values: Values;
}

/** A name with its type: an input or output of the model. */
export interface TensorType {
  readonly name: string;
  readonly dtype: ElementType;
  /** A name in place of a length leaves that length open. */
  readonly shape: readonly (number | string)[];
}

/** One operation. */
export interface Operation {
  readonly operator: string;
  readonly attributes: Attributes | undefined;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** A graph in ONNX's terms; operations in an order in which they can be computed. */
export interface OnnxGraph {
  readonly operations: readonly Operation[];
  readonly initializers: readonly Initializer[];
  readonly inputs: readonly TensorType[];
  readonly outputs: readonly TensorType[];
}

/** The version of the standard operators that the kernels are written for. */
const OPSET = 20;
const IR_VERSION = 9;
const ELEMENT_TYPES: Readonly<Record<ElementType, number>> = {
  float32: 1,
  int32: 6,
  int64: 7,
  bool: 9,
};

/**
 * The number by which ONNX knows an element type, for `Cast`.
 *
 * @param dtype Element type.
 * @returns `TensorProto.DataType`.
 */
export function elementTypeCode(dtype: ElementType): number {
  return ELEMENT_TYPES[dtype];
}

/**
 * Serialises a graph as an ONNX model.
 *
 * @param graph The graph.
 * @returns The bytes of a `.onnx` file, at most 2 GiB.
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto for the field numbers
 */
export function encodeModel(graph: OnnxGraph): Uint8Array {
  const writer = new PbfWriter();
  writer.writeVarintField(1, IR_VERSION);
  writer.writeStringField(2, 'tfjs-onnxruntime');
  writer.writeMessage(7, writeGraph, graph);
  writer.writeMessage(
    8,
    (_, opset) => {
      opset.writeStringField(1, '');
      opset.writeVarintField(2, OPSET);
    },
    undefined
  );
  return writer.finish();
}

function writeGraph(graph: OnnxGraph, writer: PbfWriter): void {
  for (const operation of graph.operations) writer.writeMessage(1, writeOperation, operation);
  writer.writeStringField(2, 'recorded');
  for (const initializer of graph.initializers) {
    writer.writeMessage(5, writeInitializer, initializer);
  }
  for (const input of graph.inputs) writer.writeMessage(11, writeType, input);
  for (const output of graph.outputs) writer.writeMessage(12, writeType, output);
}

function writeOperation(operation: Operation, writer: PbfWriter): void {
  for (const input of operation.inputs) writer.writeStringField(1, input);
  for (const output of operation.outputs) writer.writeStringField(2, output);
  writer.writeStringField(4, operation.operator);
  for (const [name, value] of Object.entries(operation.attributes ?? {})) {
    writer.writeMessage(5, writeAttribute, { name, value });
  }
}

function writeAttribute(
  { name, value }: { name: string; value: AttributeValue },
  writer: PbfWriter
): void {
  writer.writeStringField(1, name);
  if (typeof value === 'number') {
    writer.writeVarintField(3, value);
    writer.writeVarintField(20, 2);
  } else if (typeof value === 'string') {
    writer.writeStringField(4, value);
    writer.writeVarintField(20, 3);
  } else if ('float' in value) {
    writer.writeFloatField(2, value.float);
    writer.writeVarintField(20, 1);
  } else {
    for (const item of value) writer.writeVarintField(8, item);
    writer.writeVarintField(20, 7);
  }
}

function writeInitializer({ name, dtype, shape, values }: Initializer, writer: PbfWriter): void {
  for (const length of shape) writer.writeVarintField(1, length);
  writer.writeVarintField(2, ELEMENT_TYPES[dtype]);
  writer.writeStringField(8, name);
  writer.writeBytesField(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

function writeType({ name, dtype, shape }: TensorType, writer: PbfWriter): void {
  writer.writeStringField(1, name);
  writer.writeMessage(2, writeTensorType, { dtype, shape });
}

function writeTensorType({ dtype, shape }: Omit<TensorType, 'name'>, writer: PbfWriter): void {
  writer.writeMessage(
    1,
    (_, tensor) => {
      tensor.writeVarintField(1, ELEMENT_TYPES[dtype]);
      tensor.writeMessage(2, writeShape, shape);
    },
    undefined
  );
}

function writeShape(shape: readonly (number | string)[], writer: PbfWriter): void {
  for (const length of shape) {
    writer.writeMessage(
      1,
      (_, dimension) => {
        if (typeof length === 'number') dimension.writeVarintField(1, length);
        else dimension.writeStringField(2, length);
      },
      undefined
    );
  }
}
