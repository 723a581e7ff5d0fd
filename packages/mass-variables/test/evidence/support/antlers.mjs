// @ts-check
import { twoBodyDecay, zeroFourMomenta } from '@deelema/kinematics';
import { stream } from '@deelema/random';

/**
 * @typedef {object} AntlerKind What antlers to make; masses and widths in GeV.
 * @property {readonly [number, number, number]} masses m_A, m_B, m_C.
 * @property {readonly [number, number]} [visible] m_a, m_b; massless if omitted.
 * @property {readonly [number, number]} [widths] Γ_A, Γ_B; narrow if omitted.
 * @property {number} [recoil] Mean transverse momentum of the pair, GeV; 0 if omitted.
 * @property {number} [smearing] Relative energy resolution of a; the direction is kept.
 * @property {boolean} [exchanged] Whether b₁ and b₂ change places.
 * @property {number | readonly [number, number]} [trial] Trial masses of C; the true one if omitted.
 * @property {number} [resonance] Mass of the Y → A₁A₂ all pairs come from; else √ŝ falls from the threshold.
 */

/** The kinds of events that failures are counted for. @type {Readonly<Record<string, AntlerKind>>} */
export const KINDS = {
  toy: { masses: [1000, 800, 700] },
  'toy, exchanged': { masses: [1000, 800, 700], exchanged: true },
  'toy, recoil': { masses: [1000, 800, 700], recoil: 150 },
  'toy, trial mass 350': { masses: [1000, 800, 700], trial: 350 },
  'toy, trial mass 0': { masses: [1000, 800, 700], trial: 0 },
  'toy, trial masses 700 and 300': { masses: [1000, 800, 700], trial: [700, 300] },
  'toy, m_b = 50': { masses: [1000, 800, 700], visible: [0, 50] },
  'toy, smeared': { masses: [1000, 800, 700], smearing: 0.1, recoil: 50 },
  ttbar: { masses: [173, 80.419, 0], visible: [4.7, 0], widths: [1.4915, 2.0476] },
  'ttbar, exchanged': {
    masses: [173, 80.419, 0],
    visible: [4.7, 0],
    widths: [1.4915, 2.0476],
    exchanged: true,
  },
  'ttbar, recoil': {
    masses: [173, 80.419, 0],
    visible: [4.7, 0],
    widths: [1.4915, 2.0476],
    recoil: 60,
  },
  'ttbar, trial mass 50': {
    masses: [173, 80.419, 0],
    visible: [4.7, 0],
    widths: [1.4915, 2.0476],
    trial: 50,
  },
  'ttbar, b a tau': { masses: [173, 80.419, 0], visible: [4.7, 1.777], widths: [1.4915, 2.0476] },
  'ttbar, smeared': {
    masses: [173, 80.419, 0],
    visible: [4.7, 0],
    widths: [1.4915, 2.0476],
    smearing: 0.15,
    recoil: 30,
  },
};

/**
 * Antler events with flat decays of a pair from a made-up production.
 *
 * √ŝ falls exponentially from the threshold, the pair's direction is uniform, its rapidity Gaussian.
 *
 * @param {AntlerKind} kind
 * @param {number} n Number of events.
 * @param {number} seed
 */
export function antlers(kind, n, seed) {
  const random = stream(seed, 'antlers');
  const events = {
    a1: zeroFourMomenta(n),
    b1: zeroFourMomenta(n),
    a2: zeroFourMomenta(n),
    b2: zeroFourMomenta(n),
    ptmissX: new Float64Array(n),
    ptmissY: new Float64Array(n),
  };
  const c1 = zeroFourMomenta(n);
  const c2 = zeroFourMomenta(n);
  /** The greater of both true masses. */
  const heavierA = new Float64Array(n);
  const heavierB = new Float64Array(n);
  const branches = [
    { a: events.a1, b: kind.exchanged ? events.b2 : events.b1, c: c1 },
    { a: events.a2, b: kind.exchanged ? events.b1 : events.b2, c: c2 },
  ];
  const row = new Float64Array(8);
  for (let i = 0; i < n; ++i) {
    const masses = drawMasses(kind, random);
    const parents = drawPair(kind, masses, random);
    heavierA[i] = Math.max(masses[0].A, masses[1].A);
    heavierB[i] = Math.max(masses[0].B, masses[1].B);
    branches.forEach(({ a, b, c }, j) => {
      const { A, B } = masses[j];
      const [ma, mb] = kind.visible ?? [0, 0];
      decay(A, parents.subarray(4 * j + 1), ma, B, random, row);
      take(a, i, row, 0);
      decay(B, row.slice(5), mb, kind.masses[2], random, row);
      take(b, i, row, 0);
      take(c, i, row, 4);
      smear(a, i, ma, kind.smearing ?? 0, random, events);
    });
    events.ptmissX[i] += c1.px[i] + c2.px[i];
    events.ptmissY[i] += c1.py[i] + c2.py[i];
  }
  return { events, c1, c2, heavierA, heavierB, trial: kind.trial ?? kind.masses[2] };
}

/** @typedef {import('@deelema/random').RandomStream} Random */
/** @typedef {import('@deelema/kinematics').FourMomenta} FourMomenta */

/** @param {AntlerKind} kind @param {Random} random */
function drawMasses({ masses: [A, B, C], visible: [ma, mb] = [0, 0], widths }, random) {
  const [gammaA, gammaB] = widths ?? [0, 0];
  const branch = () => {
    for (;;) {
      const drawn = { A: breitWigner(A, gammaA, random), B: breitWigner(B, gammaB, random) };
      if (drawn.B > C + mb && drawn.A > drawn.B + ma) return drawn;
    }
  };
  return [branch(), branch()];
}

/** @param {number} mass @param {number} width @param {Random} random */
function breitWigner(mass, width, random) {
  const tail = Math.atan(30);
  return mass + (width / 2) * Math.tan((2 * random.uniform() - 1) * tail);
}

/**
 * Both parents: E, px, py, pz of each.
 *
 * @param {AntlerKind} kind @param {{ A: number }[]} masses @param {Random} random
 */
function drawPair({ recoil = 0, resonance }, [{ A: mass1 }, { A: mass2 }], random) {
  const m = resonance ?? (mass1 + mass2) * (1 + 0.3 * random.exponential());
  const pT = recoil * random.exponential();
  const phi = 2 * Math.PI * random.uniform();
  const y = 0.8 * random.normal();
  const P = [pT * Math.cos(phi), pT * Math.sin(phi), Math.sqrt(m * m + pT * pT) * Math.sinh(y)];
  const pair = new Float64Array(8);
  decay(m, P, mass1, mass2, random, pair);
  return pair;
}

/** @param {number} M @param {ArrayLike<number>} P @param {number} m1 @param {number} m2 @param {Random} random @param {Float64Array} row */
function decay(M, P, m1, m2, random, row) {
  const cosTheta = 2 * random.uniform() - 1;
  twoBodyDecay(M, P[0], P[1], P[2], m1, m2, cosTheta, 2 * Math.PI * random.uniform(), row);
}

/** @param {FourMomenta} column @param {number} i @param {Float64Array} row @param {number} at */
function take(column, i, row, at) {
  column.e[i] = row[at];
  column.px[i] = row[at + 1];
  column.py[i] = row[at + 2];
  column.pz[i] = row[at + 3];
}

/**
 * Rescales a particle's energy and moves pTmiss by minus the change.
 *
 * @param {FourMomenta} p @param {number} i @param {number} mass @param {number} resolution @param {Random} random
 * @param {{ ptmissX: Float64Array, ptmissY: Float64Array }} events
 */
function smear(p, i, mass, resolution, random, events) {
  if (resolution === 0) return;
  const before = Math.sqrt(p.px[i] ** 2 + p.py[i] ** 2 + p.pz[i] ** 2);
  const e = Math.max(1.01 * mass + 0.1, p.e[i] * (1 + resolution * random.normal()));
  const factor = Math.sqrt((e - mass) * (e + mass)) / before;
  events.ptmissX[i] -= (factor - 1) * p.px[i];
  events.ptmissY[i] -= (factor - 1) * p.py[i];
  p.e[i] = e;
  p.px[i] *= factor;
  p.py[i] *= factor;
  p.pz[i] *= factor;
}
