import { antiparticle, tripleCharge } from './charge.ts';
import type { Topology } from './topology.ts';

/** Signed PDG ids of the particles of one branch. */
export type BranchIds = Record<keyof Topology, number>;

/**
 * Signed PDG ids for the two branches of a topology: its first particles, with signs that conserve charge.
 *
 * @param topology The topology; of alternatives the first is taken.
 * @returns Branch 1, begun by the particle A, and branch 2, begun by its antiparticle, e.g.
 *  6 → 5 24, 24 → −11 12 and −6 → −5 −24, −24 → 11 −12.
 */
export function branchIds(topology: Topology): [BranchIds, BranchIds] {
  const [A, B0, a0, b0, C0] = [topology.A, topology.B, topology.a, topology.b, topology.C].map(
    (ids) => ids[0]
  ) as [number, number, number, number, number];
  const [B, a] = conservingCharge(A, B0, a0);
  const [b, C] = conservingCharge(B, b0, C0);
  const first = { A, B, a, b, C };
  const second = Object.entries(first).map(([place, id]) => [place, antiparticle(id)]);
  return [first, Object.fromEntries(second) as BranchIds];
}

/** Turns one or both daughters into antiparticles if the charge of the mother asks for it. */
function conservingCharge(mother: number, one: number, other: number): [number, number] {
  const choices: [number, number][] = [
    [one, other],
    [antiparticle(one), other],
    [one, antiparticle(other)],
    [antiparticle(one), antiparticle(other)],
  ];
  const charge = tripleCharge(mother);
  return choices.find(([x, y]) => tripleCharge(x) + tripleCharge(y) === charge) ?? choices[0];
}
