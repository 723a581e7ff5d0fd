import { frameUnit, toCanonicalFrame, visibleRoles } from '@deelema/deelema';
import { InputError, float64Column, fourMomenta, momentumColumns } from '@deelema/events';
import type { EventBatch, EventFile } from '@deelema/events';
import type { FourMomenta } from '@deelema/kinematics';
import type { Conjecture } from './settings.ts';

/** Events in the canonical frame, in memory. */
export interface CanonicalSample {
  /** Number of events. */
  readonly length: number;
  /** [n, pairings, width]. */
  readonly rows: Float32Array;
  readonly width: number;
  /** Weights with mean 1; undefined if all are equal. */
  readonly weights: Float32Array | undefined;
}

/** Momenta of some events in the laboratory, GeV. */
interface Events {
  readonly visible: Readonly<Record<string, FourMomenta>>;
  readonly ptmiss: { readonly px: Float64Array; readonly py: Float64Array };
}

/** The columns that a topology needs. */
export function columnsFor({ topology }: Conjecture): string[] {
  return [...visibleRoles(topology).flatMap(momentumColumns), 'ptmiss_x', 'ptmiss_y'];
}

/**
 * Reads the first events of a file into the canonical frame.
 *
 * @param file Events with the roles of the topology and `weight`.
 * @param conjecture Topology and resolutions.
 * @param most How many to read at most.
 * @param signal Checked once per record batch.
 * @returns The sample and the unit of its rows, GeV.
 * @throws InputError if roles are missing, momenta are not finite, there are no events or their weights do
 *  not add up to more than 0.
 */
export async function readSample(
  file: EventFile,
  conjecture: Conjecture,
  most: number,
  signal: AbortSignal
): Promise<{ sample: CanonicalSample; unit: number }> {
  const names = columnsFor(conjecture);
  checkRoles(file, names, conjecture);
  const n = Math.min(file.rows, most);
  if (n === 0) {
    throw new InputError(
      `${file.path} has no events to train on, expected some; loosen the selection of preprocess.`
    );
  }
  const columns = new Map([...names, 'weight'].map((name) => [name, new Float64Array(n)]));
  let filled = 0;
  for await (const batch of file.batches(['event', 'weight', ...names])) {
    signal.throwIfAborted();
    const taken = Math.min(batch.length, n - filled);
    for (const [name, column] of columns) {
      column.set(float64Column(batch, name).subarray(0, taken), filled);
      if (name !== 'weight') checkFinite(file.path, batch, name, taken);
    }
    filled += taken;
    if (filled === n) break;
  }
  const events = momentaOf({ length: n, columns: Object.fromEntries(columns) }, conjecture);
  const unit = frameUnit(events.visible);
  const weights = unitWeights(file.path, columns.get('weight')!);
  return { sample: { ...canonical(events, conjecture, unit), weights }, unit };
}

/** Simulated events in the canonical frame. */
export function simulatedSample(
  batches: Iterable<EventBatch>,
  conjecture: Conjecture,
  unit: number
): CanonicalSample {
  const parts = [...batches].map((batch) =>
    canonical(momentaOf(batch, conjecture), conjecture, unit)
  );
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const { width } = parts[0];
  const rows = new Float32Array(length * conjecture.pairings * width);
  let at = 0;
  for (const part of parts) {
    rows.set(part.rows, at);
    at += part.rows.length;
  }
  return { length, rows, width, weights: undefined };
}

function momentaOf(batch: EventBatch, { topology }: Conjecture): Events {
  const roles = visibleRoles(topology);
  return {
    visible: Object.fromEntries(roles.map((role) => [role, fourMomenta(batch, role)])),
    ptmiss: { px: float64Column(batch, 'ptmiss_x'), py: float64Column(batch, 'ptmiss_y') },
  };
}

function canonical({ visible, ptmiss }: Events, conjecture: Conjecture, unit: number) {
  const { topology, resolution, ptmissResolution, mC } = conjecture;
  const exchangeBranches = mC[0] === mC[1];
  const settings = { topology, unit, resolution, ptmissResolution, exchangeBranches };
  const { rows, layout } = toCanonicalFrame(visible, ptmiss, settings);
  return { length: ptmiss.px.length, rows, width: layout.width };
}

function checkRoles(file: EventFile, names: readonly string[], { topology }: Conjecture): void {
  const missing = names.filter((name) => !file.columnNames.includes(name));
  if (missing.length === 0) return;
  throw new InputError(
    `${file.path} has no column ${missing.join(', ')}, expected those of ${visibleRoles(topology).join(', ')} and pTmiss for the topology "${topology.name}"; use events with these roles, or another train.topology.`
  );
}

function checkFinite(path: string, batch: EventBatch, name: string, taken: number): void {
  const column = float64Column(batch, name);
  for (let i = 0; i < taken; ++i) {
    if (!Number.isFinite(Math.fround(column[i]))) {
      throw new InputError(
        `${path}: ${name} of event ${batch.columns.event[i]} is ${column[i]} GeV, expected a finite number that fits float32; mend the event, or leave it out of the sample.`
      );
    }
  }
}

function unitWeights(path: string, weights: Float64Array): Float32Array | undefined {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  if (!(mean > 0)) {
    throw new InputError(
      `${path}: the weights have the mean ${mean}, expected more than 0; use more events.`
    );
  }
  if (weights.every((weight) => weight === weights[0])) return undefined;
  return Float32Array.from(weights, (weight) => weight / mean);
}
