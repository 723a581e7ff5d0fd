import { setImmediate } from 'node:timers/promises';
import { visibleRoles } from '@deelema/deelema';
import type { Momenta, Weight } from '@deelema/deelema';
import { InputError, momentumColumns } from '@deelema/events';
import type { Column, EventBatch } from '@deelema/events';
import { zeroFourMomenta } from '@deelema/kinematics';
import type { FourMomenta } from '@deelema/kinematics';
import type { ModelDescription } from '../record/model-schema.ts';
import { inputColumns, resultColumns } from './columns.ts';
import { checkEvents, part, wholeBatch } from './event-chunk.ts';
import type { Solutions } from './event-chunk.ts';
import { massShells } from './mass-shells.ts';
import { solverOf } from './solver.ts';
import type { Solver } from './solver.ts';

/** Events solved at once, so that memory stays flat. */
const CHUNK_EVENTS = 4096;

/** A model on the current backend of TensorFlow.js, ready to be applied. */
export interface LoadedModel {
  readonly record: ModelDescription;
  /** Columns that `solveEvents` needs. */
  readonly needs: readonly string[];
  /** Columns that it gives. */
  readonly columns: readonly string[];
  readonly solver: Solver;
  /** Frees the model. */
  dispose(): void;
}

/**
 * Loads a model into the current backend.
 *
 * @param record What it is.
 * @param weights Of its network.
 * @returns The model; free it with `dispose`.
 */
export function loadModel(record: ModelDescription, weights: readonly Weight[]): LoadedModel {
  const solver = solverOf(record, weights);
  return {
    ...{ record, solver },
    needs: inputColumns(record),
    columns: resultColumns(record),
    dispose: () => solver.dispose(),
  };
}

/** How events are solved; nothing in here changes the result. */
export interface SolveOptions {
  /** Ends the work after some thousand events. */
  readonly signal?: AbortSignal | undefined;
  /** Is told the numbers of further events done. */
  readonly onProgress?: ((events: number) => void) | undefined;
}

/**
 * Applies a model to events: invisible momenta and masses of each, in the order of the batch.
 *
 * The network computes in float32, all else in double precision. What an event gives depends on
 * nothing but the event, to the rounding of float32.
 *
 * @param model The model.
 * @param batch Events with the columns `needs`, GeV.
 * @param options Interruption, progress.
 * @returns The columns `columns`, GeV; `pairing` is the index in `pairings`, 0 the file's.
 * @throws InputError if a column is missing, an event's momenta are not finite, or the model's are not.
 * @throws The signal's reason if it is aborted.
 */
export async function solveEvents(
  { record, columns, solver }: LoadedModel,
  batch: EventBatch,
  { signal, onProgress }: SolveOptions = {}
): Promise<EventBatch> {
  const { event } = batch.columns;
  if (!event) throw new InputError('Column event is missing; the events have no numbers.');
  const whole = wholeBatch(batch, record.topology);
  checkEvents(whole, visibleRoles(record.topology), event);
  const out = room(record, batch.length);
  for (let first = 0; first < batch.length; first += CHUNK_EVENTS) {
    signal?.throwIfAborted();
    const events = part(whole, first, CHUNK_EVENTS);
    copy(await solver.solve(events), out, first);
    onProgress?.(events.length);
    // Signals arrive only when the event loop turns.
    await setImmediate();
  }
  const results = named(record, out);
  checkResults(results, event);
  const all: Record<string, Column> = { event, ...results };
  return {
    length: batch.length,
    columns: Object.fromEntries(columns.map((name) => [name, all[name]])),
  };
}

interface Room {
  readonly invisible: readonly [FourMomenta, FourMomenta];
  readonly masses: readonly Float64Array[];
  readonly pairing: Uint8Array;
  readonly logDensity: Float64Array;
}

function room({ topology }: ModelDescription, n: number): Room {
  return {
    invisible: [zeroFourMomenta(n), zeroFourMomenta(n)],
    masses: massShells(topology).map(() => new Float64Array(n)),
    pairing: new Uint8Array(n),
    logDensity: new Float64Array(n),
  };
}

function copy(solutions: Solutions, out: Room, first: number): void {
  const { invisible, masses, pairing, logDensity } = solutions;
  invisible.forEach((q, k) => {
    for (const part of ['e', 'px', 'py', 'pz'] as const) out.invisible[k][part].set(q[part], first);
  });
  masses.forEach((column, k) => out.masses[k].set(column, first));
  if (pairing) out.pairing.set(pairing, first);
  if (logDensity) out.logDensity.set(logDensity, first);
}

function named({ topology }: ModelDescription, out: Room): Record<string, Column> {
  const { invisible, masses, pairing, logDensity } = out;
  return {
    ...momenta('k1', invisible[0]),
    ...momenta('k2', invisible[1]),
    ...Object.fromEntries(massShells(topology).map(({ column }, k) => [column, masses[k]])),
    ...{ pairing, log_density: logDensity },
  };
}

function momenta(role: string, { e, px, py, pz }: Momenta<Float64Array>): Record<string, Column> {
  const [E, x, y, z] = momentumColumns(role);
  return { [E]: e, [x]: px, [y]: py, [z]: pz };
}

/** What is finite goes in, but 10³⁸ GeV is none in float32. */
function checkResults(columns: Record<string, Column>, event: ArrayLike<number>): void {
  for (const [name, column] of Object.entries(columns)) {
    const i = column.findIndex((value) => !Number.isFinite(value));
    if (i < 0) continue;
    throw new InputError(
      `Event ${event[i]}: the model gives ${name} = ${column[i]}, expected a finite number; its momenta are far from those that the model was trained with, leave the event out.`
    );
  }
}
