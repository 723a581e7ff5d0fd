import { float64Column, type EventBatch } from '@deelema/events';
import {
  STATUS,
  STATUS_NAMES,
  VARIABLES,
  type Status,
  type VariableName,
} from '@deelema/mass-variables';

/** What became of all events in one variable. */
export interface VariableSummary {
  /** Numbers of events by the name of their status; of a variable that is a number alone, `ok` and `invalid input`. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The largest value, GeV; null if no event has one. */
  readonly maximum: number | null;
}

/** Counts what becomes of events in one variable. */
export class SummaryOf {
  readonly #name: VariableName;
  readonly #counts = new Float64Array(STATUS_NAMES.length);
  #maximum = -Infinity;

  /** @param name The variable. */
  constructor(name: VariableName) {
    this.#name = name;
  }

  /** Takes further events. */
  add(batch: EventBatch): void {
    const values = float64Column(batch, this.#name);
    const statuses = batch.columns[`${this.#name}_status`];
    for (let i = 0; i < batch.length; ++i) {
      // What is a number alone has one for every valid event.
      const known = Number.isNaN(values[i]) ? STATUS.invalidInput : STATUS.ok;
      ++this.#counts[statuses === undefined ? known : statuses[i]];
      if (values[i] > this.#maximum) this.#maximum = values[i];
    }
  }

  summary(): VariableSummary {
    const { ok, invalidInput } = STATUS;
    const possible: Status[] = VARIABLES[this.#name].momenta
      ? Object.values(STATUS)
      : [ok, invalidInput];
    return {
      statuses: Object.fromEntries(possible.map((k) => [STATUS_NAMES[k], this.#counts[k]])),
      maximum: this.#maximum > -Infinity ? this.#maximum : null,
    };
  }
}
