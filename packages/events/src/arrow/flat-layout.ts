import { DataType } from 'apache-arrow';

/** How many nodes and buffers of a record batch belong to a column. */
export interface Footprint {
  readonly nodes: number;
  readonly buffers: number;
  /** How many columns of views are inside, each with further buffers that the batch counts. */
  readonly views: number;
}

/**
 * Counts the nodes and buffers of a column of any type, to find those of the columns behind it.
 *
 * @param type Arrow type.
 * @returns The counts, those of nested columns included.
 * @see Arrow Columnar Format, "Buffer Listing for Each Layout".
 */
export function footprint(type: DataType): Footprint {
  const view = DataType.isUtf8View(type) || DataType.isBinaryView(type);
  const own = { nodes: 1, buffers: ownBuffers(type), views: view ? 1 : 0 };
  if (DataType.isDictionary(type)) return own;
  const inside = (type.children ?? []).map((child) => footprint(child.type as DataType));
  return inside.reduce(
    (sum, child) => ({
      nodes: sum.nodes + child.nodes,
      buffers: sum.buffers + child.buffers,
      views: sum.views + child.views,
    }),
    own
  );
}

function ownBuffers(type: DataType): number {
  if (DataType.isNull(type)) return 0;
  if (DataType.isStruct(type) || DataType.isFixedSizeList(type)) return 1;
  if (DataType.isUnion(type)) return DataType.isDenseUnion(type) ? 2 : 1;
  if (DataType.isUtf8(type) || DataType.isBinary(type)) return 3;
  return DataType.isLargeUtf8(type) || DataType.isLargeBinary(type) ? 3 : 2;
}
