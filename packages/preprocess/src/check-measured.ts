import { InputError, momentumColumns, VISIBLE_ROLES, type EventBatch } from '@deelema/events';
import { INPUT_COLUMNS } from '@deelema/records';

/** The columns a detector fills; every one of them must hold a number. */
export const MEASURED_COLUMNS: readonly string[] = [...INPUT_COLUMNS, 'weight'];

const ENERGY_COLUMNS = new Set(VISIBLE_ROLES.map((role) => momentumColumns(role)[0]));

/**
 * Refuses events that nobody can have measured: NaN, an infinity or a negative energy.
 *
 * @param path The file, for the message.
 * @param batch Events with `event` and the measured columns.
 * @throws InputError naming file, event and column of the first bad number.
 */
export function checkMeasured(path: string, batch: EventBatch): void {
  for (const name of MEASURED_COLUMNS) {
    const least = ENERGY_COLUMNS.has(name) ? 0 : -Number.MAX_VALUE;
    const column = batch.columns[name];
    for (let i = 0; i < batch.length; ++i) {
      if (column[i] >= least && column[i] <= Number.MAX_VALUE) continue;
      const expected = least === 0 ? 'a number, not negative' : 'a finite number';
      throw new InputError(
        `${path}: event ${batch.columns.event[i]} has ${name} = ${column[i]}, expected ${expected}; mend or remove the event in its source and generate again.`
      );
    }
  }
}
