import {
  float64Column,
  INVISIBLE_ROLES,
  momentumColumns,
  trueRole,
  VISIBLE_ROLES,
  type Column,
  type EventBatch,
} from '@deelema/events';
import type { RandomStream } from '@deelema/random';
import { differentRows } from './different-rows.ts';
import { takeTurned, totalTransverse, transverseOf } from './transverse.ts';

/** Takes a particle over into event i from event `row`, turned about the beam by an angle. */
type Take = (row: number, i: number, angle: number) => void;

/**
 * Replaces events by background: antlers of which no two particles belong together.
 *
 *     a₁, b₁, a₂, b₂ each of another event, turned about the beam by an angle of its own
 *     pTmiss = (pTmiss + Σ pT)′ − Σ pT,   ′ of a fifth event, turned likewise
 *
 * Event mixing: each particle is spread as before in energy, pT and rapidity, the recoil and the resolution of
 * pTmiss stay, and everything that connects the particles is lost. Momenta before smearing go with their
 * particles. There are no invisible particles of A and B: c1 and c2 are 0 throughout. Number, weight and split
 * stay. Only in a batch of less than five events some of the five are the same.
 *
 * @param batch Events with visible momenta and pTmiss: n events, GeV; not changed.
 * @param background 1 where they are to be replaced: n events.
 * @param random Where the draws come from.
 * @returns The events; columns of which nothing changes are shared with `batch`.
 * @throws InputError if the batch lacks a visible momentum or pTmiss.
 */
export function mixEvents(
  batch: EventBatch,
  background: Uint8Array,
  random: RandomStream
): EventBatch {
  const mixed = withCopies(batch);
  const takers = VISIBLE_ROLES.map((role) => takerOf(role, batch, mixed));
  const invisible = INVISIBLE_ROLES.flatMap((role) => momentaOf(role, mixed));
  const [total, missing] = [totalTransverse(batch), transverseOf(mixed, 'ptmiss_')];
  const visible = VISIBLE_ROLES.map((role) => transverseOf(mixed, `${role}_p`));
  const angle = (): number => 2 * Math.PI * random.uniform();
  background.forEach((replaced, i) => {
    if (replaced === 0) return;
    const rows = differentRows(random, batch.length, takers.length + 1);
    takers.forEach((take, k) => take(rows[k], i, angle()));
    for (const column of invisible) column[i] = 0;
    takeTurned(total, rows[takers.length], missing, i, angle());
    for (const { x, y } of visible) {
      missing.x[i] -= x[i];
      missing.y[i] -= y[i];
    }
  });
  return mixed;
}

/** The same events with columns of their own where mixing changes them. */
function withCopies(batch: EventBatch): EventBatch {
  const roles = [...VISIBLE_ROLES, ...VISIBLE_ROLES.map(trueRole), ...INVISIBLE_ROLES];
  const names = [...roles.flatMap(momentumColumns), 'ptmiss_x', 'ptmiss_y'];
  const changing = names.filter((name) => name in batch.columns);
  const copies = changing.map((name) => [name, batch.columns[name].slice()] as const);
  return { length: batch.length, columns: { ...batch.columns, ...Object.fromEntries(copies) } };
}

/** A smeared particle takes its momentum before smearing along. */
function takerOf(role: (typeof VISIBLE_ROLES)[number], from: EventBatch, to: EventBatch): Take {
  const prefixes = [role, trueRole(role)].filter((prefix) => `${prefix}_E` in from.columns);
  const moved = prefixes.map((prefix) => ({
    plane: [transverseOf(from, `${prefix}_p`), transverseOf(to, `${prefix}_p`)] as const,
    // No turn changes these.
    others: [`${prefix}_E`, `${prefix}_pz`].map(
      (name) => [float64Column(from, name), float64Column(to, name)] as const
    ),
  }));
  return (row, i, angle) => {
    for (const { plane, others } of moved) {
      takeTurned(plane[0], row, plane[1], i, angle);
      for (const [own, mixed] of others) mixed[i] = own[row];
    }
  };
}

/** All components of a momentum that the events have. */
function momentaOf(role: string, { columns }: EventBatch): Column[] {
  return momentumColumns(role).flatMap((name) => (name in columns ? [columns[name]] : []));
}
