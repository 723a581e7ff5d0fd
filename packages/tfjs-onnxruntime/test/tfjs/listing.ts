import type { SpecOutcome } from './jasmine.ts';

/**
 * Writes down which specs fail and why, to be compared with the list that is kept.
 *
 * @param outcomes Of all specs that ran.
 * @param reasonOf Why one fails.
 * @returns Reasons, with suites and specs below them; a suite that fails as a whole stands for its specs.
 */
export function listing(
  outcomes: readonly SpecOutcome[],
  reasonOf: (outcome: SpecOutcome) => string | undefined
): string {
  const sizes = count(outcomes.map(({ suite }) => suite));
  const failed = outcomes.filter(({ status }) => status === 'failed');
  const lines = grouped(failed, (outcome) => reasonOf(outcome) ?? 'For no known reason').flatMap(
    ([reason, ofReason]) => [
      `${reason}:`,
      ...grouped(ofReason, ({ suite }) => suite).flatMap(([suite, ofSuite]) =>
        ofSuite.length === sizes.get(suite)
          ? [`  ${suite}: all`]
          : [`  ${suite}`, ...ofSuite.map(({ spec }) => `    ${spec}`).sort()]
      ),
    ]
  );
  return `${lines.join('\n')}\n`;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function count(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
