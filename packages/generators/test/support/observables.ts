import { fourMomenta, type EventBatch, type Role } from '@deelema/events';
import { boost, mass } from '@deelema/kinematics';

/** E, px, py, pz in GeV. */
type Momentum = readonly [number, number, number, number];

/** One number per event, or one per branch: those of branch 1 first. */
export type Observable = (batch: EventBatch) => Float64Array;

type Branch = 1 | 2;

/** What production and decays make, seen in the laboratory and in the rest frames. */
export const OBSERVABLES: Readonly<Record<string, Observable>> = {
  'pT of a': each((batch, i, k) => pt(sum(batch, i, `a${k}`))),
  'pT of b': each((batch, i, k) => pt(sum(batch, i, `b${k}`))),
  'pT of C': each((batch, i, k) => pt(sum(batch, i, `c${k}`))),
  'pT of A': each((batch, i, k) => pt(ofA(batch, i, k))),
  '|η| of a': each((batch, i, k) => Math.abs(eta(sum(batch, i, `a${k}`)))),
  '|η| of b': each((batch, i, k) => Math.abs(eta(sum(batch, i, `b${k}`)))),
  '|η| of C': each((batch, i, k) => Math.abs(eta(sum(batch, i, `c${k}`)))),
  'mass of the pair': perEvent((batch, i) => mass(...ofPair(batch, i))),
  '|rapidity| of the pair': perEvent((batch, i) => {
    const [e, , , pz] = ofPair(batch, i);
    return Math.abs(Math.atanh(pz / e));
  }),
  '|cosθ| of A in the frame of the pair': perEvent((batch, i) => {
    const [, px, py, pz] = inFrameOf(ofPair(batch, i), ofA(batch, i, 1));
    return Math.abs(pz / Math.hypot(px, py, pz));
  }),
  'mass of a and b': each((batch, i, k) => mass(...sum(batch, i, `a${k}`, `b${k}`))),
  'mass of all visibles': perEvent((batch, i) => mass(...sum(batch, i, 'a1', 'b1', 'a2', 'b2'))),
  pTmiss: perEvent(({ columns }, i) => Math.hypot(columns.ptmiss_x[i], columns.ptmiss_y[i])),
  'angle of b to B in the frame of B': each(angleOfB),
  '|Δη| of b1 and b2': perEvent((batch, i) =>
    Math.abs(eta(sum(batch, i, 'b1')) - eta(sum(batch, i, 'b2')))
  ),
  'Δφ of b1 and b2': deltaPhi,
};

/** Azimuth between b₁ and b₂, from 0 to π. */
export function deltaPhi(batch: EventBatch): Float64Array {
  return perEvent((events, i) => {
    const [, x1, y1] = sum(events, i, 'b1');
    const [, x2, y2] = sum(events, i, 'b2');
    return Math.abs(Math.atan2(x1 * y2 - y1 * x2, x1 * x2 + y1 * y2));
  })(batch);
}

/** ℓ̂⁺·ℓ̂⁻: cosine between b₁ and b₂, each in the frame of its A, reached from that of the pair. */
export function cosineOfLeptons(batch: EventBatch): Float64Array {
  return perEvent((events, i) => {
    const [one, two] = [direction(events, i, 1), direction(events, i, 2)];
    return one[0] * two[0] + one[1] * two[1] + one[2] * two[2];
  })(batch);
}

/** Mass of A or of B of one branch. */
export function massOf(particle: 'A' | 'B', branch: Branch): Observable {
  return perEvent((batch, i) => {
    const momentum = particle === 'A' ? ofA(batch, i, branch) : ofB(batch, i, branch);
    return mass(...momentum);
  });
}

/** Transverse momentum of the pair: of all visibles and pTmiss. */
export const recoil: Observable = perEvent((batch, i) => {
  const [, px, py] = sum(batch, i, 'a1', 'b1', 'a2', 'b2');
  return Math.hypot(px + batch.columns.ptmiss_x[i], py + batch.columns.ptmiss_y[i]);
});

function angleOfB(batch: EventBatch, i: number, k: Branch): number {
  const B = ofB(batch, i, k);
  const b = inFrameOf(B, sum(batch, i, `b${k}`));
  const a = inFrameOf(B, sum(batch, i, `a${k}`));
  return -cosine(a, b);
}

function direction(batch: EventBatch, i: number, k: Branch): [number, number, number] {
  const pair = ofPair(batch, i);
  const A = inFrameOf(pair, ofA(batch, i, k));
  const [, x, y, z] = inFrameOf(A, inFrameOf(pair, sum(batch, i, `b${k}`)));
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

function ofA(batch: EventBatch, i: number, k: Branch): Momentum {
  return sum(batch, i, `a${k}`, `b${k}`, `c${k}`);
}

function ofB(batch: EventBatch, i: number, k: Branch): Momentum {
  return sum(batch, i, `b${k}`, `c${k}`);
}

function ofPair(batch: EventBatch, i: number): Momentum {
  return sum(batch, i, 'a1', 'b1', 'c1', 'a2', 'b2', 'c2');
}

function sum(batch: EventBatch, i: number, ...roles: readonly Role[]): Momentum {
  const total: [number, number, number, number] = [0, 0, 0, 0];
  for (const role of roles) {
    const { e, px, py, pz } = fourMomenta(batch, role);
    [e, px, py, pz].forEach((column, k) => (total[k] += column[i]));
  }
  return total;
}

function inFrameOf(frame: Momentum, [e, px, py, pz]: Momentum): Momentum {
  const out = new Float64Array(4);
  boost(e, px, py, pz, mass(...frame), -frame[1], -frame[2], -frame[3], out);
  return [out[0], out[1], out[2], out[3]];
}

function cosine(p: Momentum, q: Momentum): number {
  const dot = p[1] * q[1] + p[2] * q[2] + p[3] * q[3];
  return dot / (Math.hypot(p[1], p[2], p[3]) * Math.hypot(q[1], q[2], q[3]));
}

function pt([, px, py]: Momentum): number {
  return Math.hypot(px, py);
}

function eta([, px, py, pz]: Momentum): number {
  return Math.asinh(pz / Math.hypot(px, py));
}

function perEvent(quantity: (batch: EventBatch, i: number) => number): Observable {
  return (batch) => new Float64Array(batch.length).map((_, i) => quantity(batch, i));
}

function each(quantity: (batch: EventBatch, i: number, k: Branch) => number): Observable {
  return (batch) =>
    new Float64Array(2 * batch.length).map((_, j) =>
      j < batch.length ? quantity(batch, j, 1) : quantity(batch, j - batch.length, 2)
    );
}

/** cosθ₊ cosθ₋: of b₁ and b₂ to A₁, each in the frame of its own A. */
export function helicityProduct(batch: EventBatch): Float64Array {
  return perEvent((events, i) => {
    const pair = ofPair(events, i);
    const A1 = inFrameOf(pair, ofA(events, i, 1));
    const cosineTo = (k: Branch): number => {
      const [x, y, z] = direction(events, i, k);
      return cosine([0, x, y, z], A1);
    };
    return cosineTo(1) * cosineTo(2);
  })(batch);
}
