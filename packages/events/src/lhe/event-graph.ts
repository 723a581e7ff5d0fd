import { daughters, INCOMING } from './event.ts';
import type { LheEvent } from './event.ts';

/** Deeper than any decay; stops at files whose mothers go round in a circle. */
const DEEPEST = 20;

/**
 * The particle graph of an event in one line of PDG ids, daughters in brackets.
 *
 * @param event The event.
 * @returns E.g. `21 21 → 6(24(-11 12) 5) -6(-24(13 -14) -5)`.
 */
export function eventGraph(event: LheEvent): string {
  const indices = Array.from({ length: event.count }, (_, i) => i);
  const incoming = indices.filter((i) => event.status[i] === INCOMING);
  const produced = indices.filter((i) => {
    const mother = event.mother[i] - 1;
    return event.status[i] !== INCOMING && (mother < 0 || event.status[mother] === INCOMING);
  });
  const ids = incoming.map((i) => event.id[i]).join(' ');
  return `${ids} → ${produced.map((i) => branch(event, i, 0)).join(' ')}`;
}

function branch(event: LheEvent, i: number, depth: number): string {
  const children = depth < DEEPEST ? daughters(event, i) : [];
  const inside = children.map((child) => branch(event, child, depth + 1)).join(' ');
  return children.length === 0 ? `${event.id[i]}` : `${event.id[i]}(${inside})`;
}
