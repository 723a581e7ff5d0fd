import {
  float64Column,
  fourMomenta,
  momentumColumns,
  trueRole,
  VISIBLE_ROLES,
  type Column,
  type EventBatch,
} from '@deelema/events';
import type { FourMomenta } from '@deelema/kinematics';
import { stream, type RandomStream } from '@deelema/random';
import { smearedMomenta } from './smeared-momenta.ts';
import { smearedObjects } from './smeared-objects.ts';
import type { SmearingSettings } from './smearing-settings.ts';

/**
 * One batch of a sample as a detector measures it, with the truth beside it.
 *
 *     pTmiss′ = pTmiss − Σ (pT′ − pT) over the smeared particles + σ (g_x, g_y),   g Gaussian
 *
 * Each particle has a random stream of its own in each batch, and so has pTmiss, so that smearing
 * another one as well changes nothing about it. The invisible momenta stay what they truly are.
 *
 * @param batch Events with all visible momenta and pTmiss; not changed.
 * @param settings Who is smeared, and how much; pTmiss as well where they say so.
 * @param index Number of the batch in the sample, from 0.
 * @param roles The visible particles; those of the antler if omitted.
 * @returns The events with measured momenta and pTmiss, and the columns of `smearedColumns`, GeV.
 *  What is not smeared shares its memory with `batch`, and so does the truth.
 * @throws InputError if the batch lacks a column.
 */
export function smearBatch(
  batch: EventBatch,
  settings: SmearingSettings<string>,
  index: number,
  roles: readonly string[] = VISIBLE_ROLES
): EventBatch {
  const columns: Record<string, Column> = { ...batch.columns };
  const missingX = float64Column(batch, 'ptmiss_x').slice();
  const missingY = float64Column(batch, 'ptmiss_y').slice();
  for (const [role, table] of smearedObjects(settings, roles)) {
    const truth = fourMomenta(batch, role);
    const measured = smearedMomenta(truth, table, stream(settings.seed, 'smear', role, index));
    subtractChange(missingX, truth.px, measured.px);
    subtractChange(missingY, truth.py, measured.py);
    setMomenta(columns, role, measured);
    setMomenta(columns, trueRole(role), truth);
  }
  if (settings.ptmiss) {
    const random = stream(settings.seed, 'smear', 'ptmiss', index);
    addNoise(missingX, missingY, settings.ptmiss.sigma, random);
  }
  return { length: batch.length, columns: { ...columns, ptmiss_x: missingX, ptmiss_y: missingY } };
}

function subtractChange(missing: Float64Array, truth: Float64Array, measured: Float64Array): void {
  for (let i = 0; i < missing.length; ++i) missing[i] -= measured[i] - truth[i];
}

function addNoise(x: Float64Array, y: Float64Array, sigma: number, random: RandomStream): void {
  for (let i = 0; i < x.length; ++i) {
    x[i] += sigma * random.normal();
    y[i] += sigma * random.normal();
  }
}

function setMomenta(columns: Record<string, Column>, role: string, momenta: FourMomenta): void {
  const { e, px, py, pz } = momenta;
  momentumColumns(role).forEach((name, k) => (columns[name] = [e, px, py, pz][k]));
}
