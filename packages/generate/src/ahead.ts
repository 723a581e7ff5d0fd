/**
 * The same items, each asked for before the one before it is handed on.
 *
 * The work on the next item goes on while the consumer is busy with one, wherever both wait: here the
 * next batch is generated while the system writes the last one to the disk. Two items are in memory.
 *
 * @param items To be iterated over once.
 * @throws Whatever `items` throws, in its turn.
 */
export async function* ahead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const result = await next;
      if (result.done) return;
      next = iterator.next();
      // It is awaited in its turn; until then a failure must not count as unhandled.
      next.catch(() => undefined);
      yield result.value;
    }
  } finally {
    await iterator.return?.();
  }
}
