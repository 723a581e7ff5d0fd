import type { EventBatch } from '../columns/batch.ts';
import { INVISIBLE_ROLES, momentumColumns } from '../columns/roles.ts';

/** Number of events shown. */
const SHOWN = 3;

const ROLES = ['a1', 'b1', 'a2', 'b2', ...INVISIBLE_ROLES];

/** One event as it is shown: only what the file has. */
export interface ShownEvent {
  readonly event?: number;
  readonly weight?: number;
  /** `[E, px, py, pz]` by role, GeV. */
  readonly momenta: Readonly<Record<string, readonly number[]>>;
  /** `[x, y]`, GeV. */
  readonly ptmiss?: readonly number[];
}

/** Keeps the first events of a stream. */
export class FirstEvents {
  readonly events: ShownEvent[] = [];
  private readonly columnNames: readonly string[];

  /** @param columnNames Columns of the file. */
  constructor(columnNames: readonly string[]) {
    this.columnNames = columnNames;
  }

  /** Takes what is missing from further events. */
  add(batch: EventBatch): void {
    for (let i = 0; i < batch.length && this.events.length < SHOWN; i++) {
      this.events.push(this.shown(batch, i));
    }
  }

  private shown({ columns }: EventBatch, i: number): ShownEvent {
    const has = (names: readonly string[]) =>
      names.every((name) => this.columnNames.includes(name));
    const values = (names: readonly string[]) => names.map((name) => columns[name][i]);
    const missing = ['ptmiss_x', 'ptmiss_y'];
    const roles = ROLES.filter((role) => has(momentumColumns(role)));
    return {
      ...(has(['event']) ? { event: columns.event[i] } : {}),
      ...(has(['weight']) ? { weight: columns.weight[i] } : {}),
      momenta: Object.fromEntries(roles.map((role) => [role, values(momentumColumns(role))])),
      ...(has(missing) ? { ptmiss: values(missing) } : {}),
    };
  }
}
