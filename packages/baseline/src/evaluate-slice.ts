import type { Column, EventBatch } from '@deelema/events';
import { antlerEvents } from './antler-events.ts';
import type { VariableSettings } from './settings.ts';
import { computeColumns } from './variable-columns.ts';

/**
 * The mass variables of some events.
 *
 * @param slice Measured events.
 * @param settings Which variables, and at which trial masses.
 * @returns The columns of the variables, without `event`.
 */
export function evaluateSlice(slice: EventBatch, settings: VariableSettings): EventBatch {
  const events = antlerEvents(slice, settings.visibleMasses);
  const columns: Record<string, Column> = {};
  for (const name of settings.variables) {
    Object.assign(columns, computeColumns(name, events, settings));
  }
  return { length: slice.length, columns };
}
