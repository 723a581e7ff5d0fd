import type { EventBatch } from '../columns/batch.ts';
import { allocateColumn } from '../columns/column.ts';
import type { Column } from '../columns/column.ts';
import { mapColumns } from '../columns/map-columns.ts';
import { eventColumns, momentumColumns } from '../columns/roles.ts';
import { isInvisible } from '../topology/invisible.ts';
import type { Topology } from '../topology/topology.ts';
import { FINAL } from './event.ts';
import type { LheEvent } from './event.ts';
import { MATCHED_ROLES } from './match-roles.ts';

type Momentum = [e: Float64Array, px: Float64Array, py: Float64Array, pz: Float64Array];

/** Collects events, one after the other, into batches. */
export class EventBatches {
  /** Number of events collected and not yet taken. */
  length = 0;
  private readonly topology: Topology;
  private readonly columns: Readonly<Record<string, Column>>;
  private readonly momenta: readonly Momentum[];

  /**
   * @param rows Number of events there is room for.
   * @param topology Says which particles beyond the usual are invisible.
   */
  constructor(rows: number, topology: Topology) {
    const names = eventColumns(true);
    this.topology = topology;
    this.columns = Object.fromEntries(names.map((name) => [name, allocateColumn(name, rows)]));
    this.momenta = MATCHED_ROLES.map(
      (role) => momentumColumns(role).map((name) => this.columns[name]) as Momentum
    );
  }

  /**
   * Adds an event.
   *
   * @param event The event.
   * @param roles Indices of its particles in the order of {@link MATCHED_ROLES}.
   */
  add(event: LheEvent, roles: Int32Array): void {
    const row = this.length++;
    this.columns.event[row] = event.number;
    this.columns.weight[row] = event.weight;
    for (let k = 0; k < roles.length; k++) this.addMomentum(row, this.momenta[k], event, roles[k]);
    this.addMissing(row, event);
  }

  /** All events since the last call, in arrays of their own. */
  take(): EventBatch {
    const { length } = this;
    this.length = 0;
    return { length, columns: mapColumns(this.columns, (column) => column.slice(0, length)) };
  }

  /**
   * Puts the particle on its mass shell: the ten digits of a file leave |E² − p² − m²| up to 2e-10 E², so that half
   * of the massless particles would come out spacelike with the energy of the file.
   */
  private addMomentum(row: number, [e, px, py, pz]: Momentum, event: LheEvent, i: number): void {
    const [x, y, z] = [event.px[i], event.py[i], event.pz[i]];
    // A negative mass is the convention for a spacelike momentum; a final particle has it from rounding only.
    const m = Math.max(event.m[i], 0);
    px[row] = x;
    py[row] = y;
    pz[row] = z;
    e[row] = Math.sqrt(x * x + y * y + z * z + m * m);
  }

  private addMissing(row: number, event: LheEvent): void {
    const { C } = this.topology;
    let [x, y] = [0, 0];
    for (let i = 0; i < event.count; i++) {
      const id = event.id[i];
      if (event.status[i] !== FINAL || !(isInvisible(id) || C.includes(Math.abs(id)))) continue;
      x += event.px[i];
      y += event.py[i];
    }
    this.columns.ptmiss_x[row] = x;
    this.columns.ptmiss_y[row] = y;
  }
}
