import { InputError, momentumColumns, type Column, type EventBatch } from '@deelema/events';

/**
 * How far E² may lie below p², in units of E²: six digits of a number leave up to 4e-6, 32 bits 4e-7, and a wrong order
 * of columns or a missing component is far beyond.
 */
const SPACELIKE = 1e-5;

/**
 * Checks events from elsewhere on their way: every number finite, every energy positive, no four-momentum spacelike
 * beyond rounding.
 *
 *     E² − |p|² ≥ −1e-5 E²
 *
 * @param path Name of the file for messages.
 * @param batches Events: n events, GeV; passed on as they are.
 * @param names The columns that are used.
 * @returns The same batches.
 * @throws InputError that names event and momentum at the first that cannot be.
 */
export async function* checkMomenta(
  path: string,
  batches: AsyncIterable<EventBatch>,
  names: readonly string[]
): AsyncGenerator<EventBatch> {
  const roles = names.filter((name) => name.endsWith('_E')).map((name) => name.slice(0, -2));
  for await (const batch of batches) {
    for (const name of names) checkFinite(path, batch, name);
    for (const role of roles) checkMomentum(path, batch, role);
    yield batch;
  }
}

function checkFinite(path: string, { columns }: EventBatch, name: string): void {
  const column = columns[name] as Column | undefined;
  const row = column?.findIndex((value) => !Number.isFinite(value)) ?? -1;
  if (row < 0) return;
  throw new InputError(
    `${path}: event ${columns.event[row]}: ${name} is ${column![row]}, expected a finite number; leave such events out of the file.`
  );
}

function checkMomentum(path: string, { length, columns }: EventBatch, role: string): void {
  const [e, px, py, pz] = momentumColumns(role).map((name) => columns[name]);
  for (let i = 0; i < length; ++i) {
    const [energy, x, y, z] = [e[i], px[i], py[i], pz[i]];
    if (energy > 0 && energy * energy * (1 + SPACELIKE) >= x * x + y * y + z * z) continue;
    const received = `${role} has E = ${energy}, px = ${x}, py = ${y}, pz = ${z} GeV`;
    throw new InputError(
      `${path}: event ${columns.event[i]}: ${received}, ${fault(energy)}; check which columns are E, px, py, pz and in which unit, or leave such events out of the file.`
    );
  }
}

function fault(energy: number): string {
  return energy > 0 ? 'expected E ≥ |p|' : 'expected a positive energy';
}
