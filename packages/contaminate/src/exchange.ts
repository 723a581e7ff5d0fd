import { momentumColumns, type EventBatch } from '@deelema/events';

/**
 * Exchanges b1 and b2 in some events of a batch, in place; nothing else is touched.
 *
 * @param batch Events with the momenta of b1 and b2.
 * @param exchanged 1 where they are to be exchanged: n events.
 */
export function exchangeB({ length, columns }: EventBatch, exchanged: Uint8Array): void {
  const names = momentumColumns('b2');
  momentumColumns('b1').forEach((name, k) => {
    const one = columns[name];
    const two = columns[names[k]];
    for (let i = 0; i < length; ++i) {
      if (exchanged[i] === 0) continue;
      const kept = one[i];
      one[i] = two[i];
      two[i] = kept;
    }
  });
}
