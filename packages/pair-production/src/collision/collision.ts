import { alphaS as oneLoop, type PartonDistributions } from '@deelema/parton-distributions';
import { couplingTable } from './coupling.ts';
import { AMPLITUDES, type HardProcess } from './hard-process.ts';
import { FLUX, partonFlux } from './parton-flux.ts';
import { partonGrid, type PartonRange } from './parton-grid.ts';

/** What collides, and what it makes. */
export interface Collider {
  /** √s of the proton beams together, GeV. */
  readonly beamEnergy: number;
  readonly process: HardProcess;
  /** Parton distributions of both protons. */
  readonly partons: PartonDistributions;
  /** α_s by the squared scale, GeV²; one loop with five flavours if omitted. */
  readonly alphaS?: (q2: number) => number;
}

/**
 * A collision of two partons: a row that continues that of `FLUX`.
 *
 * The scale of `logQ2` is that of partons and coupling alike; `gluons` and `quarks` become flux × |M|².
 */
export const COLLISION = {
  ...FLUX,
  /** β = 2p*∕√ŝ of the pair, and |cosθ| of A₁. */
  beta: 5,
  cosTheta: 6,
  /** The answer beside `gluons` and `quarks`: g_s⁴/32π, pb GeV²; 1 without coupling. */
  coupling: 7,
  length: 8,
} as const;

/** Fills in what a collision of two partons gives. */
export type Collision = (row: Float64Array) => void;

/**
 * Makes the part of dσ that is no geometry: parton fluxes times |M|², and the coupling.
 *
 * @param collider Beams, process, partons, coupling.
 * @param range Where the partons are wanted; the coupling over the same scales.
 * @throws RangeError if the coupling is no positive number at a scale of the range.
 */
export function collision(
  { process, partons, alphaS = oneLoop }: Collider,
  range: PartonRange
): Collision {
  const { gluons, quarks, strong } = AMPLITUDES[process];
  const flux = partonFlux(partonGrid(partons, range));
  const { first, perUnit, values } = couplingTable(strong ? alphaS : undefined, range.q2);
  return (row) => {
    flux(row);
    const beta = row[COLLISION.beta];
    const c = row[COLLISION.cosTheta];
    row[COLLISION.gluons] *= gluons(beta, c);
    row[COLLISION.quarks] *= quarks(beta, c);
    const place = (row[COLLISION.logQ2] - first) * perUnit;
    const k = Math.floor(place);
    row[COLLISION.coupling] = values[k] + (place - k) * (values[k + 1] - values[k]);
  };
}
