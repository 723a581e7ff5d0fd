import type { ColumnArithmetic } from './columns.ts';
import type { MissingMomentum, Momenta } from './momenta.ts';

/** The invisible four-momenta of both branches. */
export interface InvisibleMomenta<Column> {
  readonly q1: Momenta<Column>;
  readonly q2: Momenta<Column>;
}

/** What is known beside the network's outputs, in the unit of the outputs. */
export interface Known<Column> {
  readonly ptmiss: MissingMomentum<Column>;
  /** Conjectured mass of the invisible particle. */
  readonly mC: number;
}

/** One way to read the network's outputs. */
export interface Completion {
  /** Number of network outputs. */
  readonly outputs: number;
  /** True if the outputs need not add up to pTmiss, so that the loss must ask for it. */
  readonly freeTransverse: boolean;
  /** True if the outputs need not have mass m_C, so that the loss must ask for it. */
  readonly freeMass: boolean;
  /**
   * Completes the invisible momenta.
   *
   * @param arithmetic Of the columns' kind.
   * @param outputs One column per network output.
   */
  complete<Column>(
    arithmetic: ColumnArithmetic<Column>,
    outputs: readonly Column[],
    known: Known<Column>
  ): InvisibleMomenta<Column>;
}

/** The ways to read the network's outputs: which of the known relations K imposes and which the loss learns. */
export type CompletionName = 'exact' | 'mc' | 'pt' | 'pt_mc';

/**
 * The kinematic completion K: from network outputs to invisible four-momenta.
 *
 *     exact   (q1x, q2y, q1z, q2z)             q2x = pTmiss_x − q1x, q1y = pTmiss_y − q2y, E = √(m_C² + |q|²)
 *     mc      (q1x, q2y, q1z, q2z, E1, E2)     the same without the last; the loss learns m_C
 *     pt      (q1x, q1y, q2x, q2y, q1z, q2z)   E = √(m_C² + |q|²); the loss learns pTmiss
 *     pt_mc   (E1, q1x, q1y, q1z, E2, …, q2z)  nothing imposed; the loss learns both
 *
 * `exact` is the default of the authors' public code; the other three are its learning modes of the
 * same names, with the outputs in the same order.
 *
 * @see PRR 5, 043186, Section II, item (i), and its Ref. [37]
 */
export const COMPLETIONS: Readonly<Record<CompletionName, Completion>> = {
  exact: {
    outputs: 4,
    freeTransverse: false,
    freeMass: false,
    complete(arithmetic, outputs, known) {
      const { first, second } = balanced(arithmetic, outputs, known);
      return {
        q1: onShell(arithmetic, first, known.mC),
        q2: onShell(arithmetic, second, known.mC),
      };
    },
  },
  mc: {
    outputs: 6,
    freeTransverse: false,
    freeMass: true,
    complete(arithmetic, outputs, known) {
      const { first, second } = balanced(arithmetic, outputs, known);
      return { q1: { e: outputs[4], ...first }, q2: { e: outputs[5], ...second } };
    },
  },
  pt: {
    outputs: 6,
    freeTransverse: true,
    freeMass: false,
    complete(arithmetic, [x1, y1, x2, y2, z1, z2], { mC }) {
      return {
        q1: onShell(arithmetic, { px: x1, py: y1, pz: z1 }, mC),
        q2: onShell(arithmetic, { px: x2, py: y2, pz: z2 }, mC),
      };
    },
  },
  pt_mc: {
    outputs: 8,
    freeTransverse: true,
    freeMass: true,
    complete(_arithmetic, [e1, x1, y1, z1, e2, x2, y2, z2]) {
      return { q1: { e: e1, px: x1, py: y1, pz: z1 }, q2: { e: e2, px: x2, py: y2, pz: z2 } };
    },
  },
};

type ThreeMomenta<Column> = Omit<Momenta<Column>, 'e'>;

function balanced<Column>(
  arithmetic: ColumnArithmetic<Column>,
  [x1, y2, z1, z2]: readonly Column[],
  { ptmiss }: Known<Column>
): { first: ThreeMomenta<Column>; second: ThreeMomenta<Column> } {
  return {
    first: { px: x1, py: arithmetic.subtract(ptmiss.py, y2), pz: z1 },
    second: { px: arithmetic.subtract(ptmiss.px, x1), py: y2, pz: z2 },
  };
}

function onShell<Column>(
  arithmetic: ColumnArithmetic<Column>,
  q: ThreeMomenta<Column>,
  mC: number
): Momenta<Column> {
  return { e: arithmetic.energy(mC, q.px, q.py, q.pz), ...q };
}
