/**
 * Two branches and the missing transverse momentum, as a row of numbers; branch 1 has the larger threshold m + m_k.
 *
 * One row serves all events, so that none is allocated on the way.
 */
export const EVENT = {
    /** Mass of visible 1, its transverse momentum, and mass of invisible 1. */
    m1: 0,
    x1: 1,
    y1: 2,
    mk1: 3,
    /** The same of branch 2. */
    m2: 4,
    x2: 5,
    y2: 6,
    mk2: 7,
    /** Missing transverse momentum P. */
    Px: 8,
    Py: 9,
    /** Transverse momentum of invisible 1 at the minimum, written by whoever finds it. */
    kx: 10,
    ky: 11,
    /** 1 if M_T2 is the larger threshold itself, as in unbalanced events, else 0. */
    shared: 12,
    length: 13,
};
