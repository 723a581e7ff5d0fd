import { FlatTable } from './flatbuffer.ts';

/** Numbers of fields in Arrow's tables (File.fbs, Schema.fbs, Message.fbs). */
const FOOTER = { schema: 1, dictionaries: 2, recordBatches: 3 };
const SCHEMA = { fields: 1, metadata: 2 };
const FIELD = { children: 5, metadata: 6 };
const MESSAGE = { headerType: 1, header: 2, metadata: 4 };
const BATCH = { nodes: 1, buffers: 2, variadicCounts: 4 };

/** Types of the header of a message. */
const [SCHEMA_HEADER, BATCH_HEADER] = [1, 3];

/** Place of a record batch; length and nulls of a column; place of a buffer. */
const [PLACE_BYTES, NODE_BYTES, BUFFER_BYTES] = [24, 16, 16];

/**
 * Checks the lengths in a footer: apache-arrow believes them, and a damaged one would fill the memory.
 *
 * @param bytes The footer's flatbuffer.
 * @throws RangeError if something in it is longer than itself.
 */
export function checkFooter(bytes: Uint8Array): void {
  const footer = FlatTable.root(bytes);
  footer.vector(FOOTER.dictionaries, PLACE_BYTES);
  footer.vector(FOOTER.recordBatches, PLACE_BYTES);
  checkSchema(footer.table(FOOTER.schema), bytes.length);
}

/**
 * Checks the lengths in the head of a message.
 *
 * @param bytes The message's flatbuffer.
 * @throws RangeError if something in it is longer than itself.
 */
export function checkMessage(bytes: Uint8Array): void {
  const message = FlatTable.root(bytes);
  message.tables(MESSAGE.metadata);
  const [type, header] = [message.byte(MESSAGE.headerType), message.table(MESSAGE.header)];
  if (type === SCHEMA_HEADER) checkSchema(header, bytes.length);
  if (type !== BATCH_HEADER) return;
  header?.vector(BATCH.nodes, NODE_BYTES);
  header?.vector(BATCH.buffers, BUFFER_BYTES);
  header?.vector(BATCH.variadicCounts, 8);
}

function checkSchema(schema: FlatTable | undefined, bytes: number): void {
  if (schema === undefined) throw new RangeError('There is no schema.');
  schema.tables(SCHEMA.metadata);
  const waiting = schema.tables(SCHEMA.fields);
  // A field that is its own child would never end.
  for (let count = 0; waiting.length > 0; count++) {
    if (count > bytes / 4) throw new RangeError('The schema has more fields than room for them.');
    const field = waiting.pop()!;
    field.tables(FIELD.metadata);
    waiting.push(...field.tables(FIELD.children));
  }
}
