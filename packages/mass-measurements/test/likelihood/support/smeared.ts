import type { FourMomenta } from '@deelema/kinematics';
import type { AntlerEvents } from '@deelema/mass-variables';
import { stream } from '@deelema/random';

/** The events with the energies of a₁ and a₂ measured with a relative error, directions kept; a is massless. */
export function smeared(events: AntlerEvents, resolution: number): AntlerEvents {
  const random = stream(1, 'smeared');
  const [ptmissX, ptmissY] = [events.ptmissX.slice(), events.ptmissY.slice()];
  const measured = ({ e, px, py, pz }: FourMomenta): FourMomenta => {
    const factors = e.map(() => 1 + resolution * random.normal());
    factors.forEach((factor, i) => {
      ptmissX[i] += (1 - factor) * px[i];
      ptmissY[i] += (1 - factor) * py[i];
    });
    const times = (column: Float64Array): Float64Array => column.map((x, i) => factors[i] * x);
    return { e: times(e), px: times(px), py: times(py), pz: times(pz) };
  };
  return { ...events, a1: measured(events.a1), a2: measured(events.a2), ptmissX, ptmissY };
}
