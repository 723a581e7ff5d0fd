import { energy } from '@deelema/kinematics';
import type { AntlerEvents } from '@deelema/mass-variables';
import { stream } from '@deelema/random';
import { antlerEvents } from './particles.ts';

/** What random antlers are made of: masses of a, of b₁ and b₂, and the size of their momenta, GeV. */
export interface RandomAntlers {
  readonly ma: number;
  readonly mb: readonly [number, number];
  readonly momentum: number;
}

/**
 * n events of unrelated particles with Gaussian momenta and missing momentum: recoil, wrong pairings and
 * masses that do not fit are all among them.
 */
export function randomAntlers(
  name: string,
  n: number,
  { ma, mb, momentum }: RandomAntlers
): AntlerEvents {
  const columns = new Map<string, Float64Array>();
  const column = (key: string): Float64Array => {
    if (!columns.has(key)) columns.set(key, new Float64Array(n));
    return columns.get(key)!;
  };
  for (let i = 0; i < n; ++i) {
    const random = stream(1, name, i);
    for (const [role, m] of [
      ['a1', ma],
      ['b1', mb[0]],
      ['a2', ma],
      ['b2', mb[1]],
    ] as const) {
      const [x, y, z] = [0, 0, 0].map(() => momentum * random.normal());
      column(`${role}_E`)[i] = energy(m, x, y, z);
      column(`${role}_px`)[i] = x;
      column(`${role}_py`)[i] = y;
      column(`${role}_pz`)[i] = z;
    }
    column('ptmiss_x')[i] = momentum * random.normal();
    column('ptmiss_y')[i] = momentum * random.normal();
  }
  return antlerEvents(column);
}
