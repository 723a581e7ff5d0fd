import { reshape, unstack } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { RowLayout } from '../frame/row-layout.ts';
import type { Momenta } from '../momenta.ts';

/** Events in the canonical frame as columns [n, 1], units of `unit`. */
export interface EventColumns {
  /** In the order of `visibleRoles`. */
  readonly visibles: readonly Momenta<Tensor2D>[];
  /** Along the x axis. */
  readonly ptmiss: Tensor2D;
  /** Of the frame in the laboratory. */
  readonly rapidity: Tensor2D;
  /** H: energy of all visibles. */
  readonly energy: Tensor2D;
  /** σ of E/E_true, of each visible that has one. */
  readonly resolutions: readonly Tensor2D[];
  /** σ of each component of pTmiss, if it has one. */
  readonly ptmissResolution: Tensor2D | undefined;
}

/**
 * Takes rows of `toCanonicalFrame` apart.
 *
 * @param rows [n, layout.width].
 * @param layout Of the rows.
 * @returns Columns [n, 1].
 */
export function eventColumns(rows: Tensor2D, layout: RowLayout): EventColumns {
  const n = rows.shape[0];
  const columns = (unstack(rows, 1) as Tensor1D[]).map((column): Tensor2D =>
    reshape(column, [n, 1])
  );
  const visibles = Array.from({ length: (layout.ptmiss - layout.momenta) / 4 }, (_, i) => {
    const [e, px, py, pz] = columns.slice(layout.momenta + 4 * i, layout.momenta + 4 * i + 4);
    return { e, px, py, pz };
  });
  return {
    visibles,
    ptmiss: columns[layout.ptmiss],
    rapidity: columns[layout.rapidity],
    energy: columns[layout.energy],
    resolutions: layout.resolutions.map((at) => columns[at]),
    ptmissResolution:
      layout.ptmissResolution === undefined ? undefined : columns[layout.ptmissResolution],
  };
}
