import type { MassVariables } from '@deelema/baseline';
import { table } from '../event-files/text.ts';

/**
 * What became of the events, variable by variable, for a terminal.
 *
 * @param result Numbers of events by status, and maxima.
 * @returns A table: one line per variable, one column per status that occurs, and the largest value.
 */
export function summaryText({ variables }: MassVariables): string {
  const all = Object.entries(variables);
  const known = [...new Set(all.flatMap(([, { statuses }]) => Object.keys(statuses)))];
  const met = known.filter(
    (status) => status === 'ok' || all.some(([, { statuses }]) => (statuses[status] ?? 0) > 0)
  );
  const rows = all.map(([name, { statuses, maximum }]) => [
    name,
    ...met.map((status) => String(statuses[status] ?? '')),
    maximum === null ? 'none' : String(Number(maximum.toPrecision(9))),
  ]);
  return table([['variable', ...met, 'largest / GeV'], ...rows]).join('\n');
}
