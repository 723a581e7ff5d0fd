import { twoBodyDecay } from '@deelema/kinematics';
import { beforeEach, describe, expect, it } from 'vitest';
import { ANTLER } from '../../src/index.ts';
import { logTopDecays } from '../../src/density/top-decays.ts';
import { take, useBackend } from '../backends.ts';
import { spread } from './events.ts';
import { massOf, sumOf, type Four } from './float64.ts';
import { column, settingsOf } from './tensors.ts';

/** Units of 100 GeV. */
const TOP = 1.73;
const W = 0.804;

function fourAt(out: Float64Array, at: number): Four {
  const [e, x, y, z] = out.subarray(at, at + 4);
  return [e, x, y, z];
}

/** b, ℓ, ν of a moving top, with the angles of the lepton in the rest frame of the W. */
function decay(bottom: number, parent: readonly number[], cosine: number, phi: number) {
  const out = new Float64Array(16);
  const [px, py, pz] = parent;
  twoBodyDecay(TOP, px, py, pz, W, bottom, 0.3, 1.1, out);
  const [x, y, z] = out.subarray(1, 4);
  twoBodyDecay(W, x, y, z, 0, 0, cosine, phi, out, 8);
  return { b: fourAt(out, 4), lepton: fourAt(out, 8), neutrino: fourAt(out, 12) };
}

type Decay = ReturnType<typeof decay>;

function dot([e, x, y, z]: Four, q: Four): number {
  return e * q[0] - x * q[1] - y * q[2] - z * q[3];
}

/** (p_t·p_ℓ)(p_b·p_ν). */
function element({ b, lepton, neutrino }: Decay): number {
  return dot(sumOf(b, lepton, neutrino), lepton) * dot(b, neutrino);
}

/** Its mean over all directions: the element is a polynomial of degree 2 in them, which midpoints of φ and Simpson's rule in cosθ do exactly. */
function meanElement(bottom: number, parent: readonly number[]): number {
  const N = 6;
  const mean = (cosine: number) =>
    Array.from({ length: N }, (_, k) =>
      element(decay(bottom, parent, cosine, (2 * Math.PI * (k + 0.5)) / N))
    ).reduce((sum, x) => sum + x) / N;
  return (mean(-1) + 4 * mean(0) + mean(1)) / 6;
}

function columns(momenta: readonly Four[]) {
  const [e, px, py, pz] = [0, 1, 2, 3].map((k) => column(momenta.map((p) => p[k])));
  return { e, px, py, pz };
}

const N = 20;
const PARENTS = [
  [0.4, -1.2, 3],
  [-2, 0.1, 0.2],
] as const;

async function found(bottom: number) {
  const pairs = Array.from({ length: N }, (_, i) =>
    PARENTS.map((parent, k) =>
      decay(bottom, parent, 2 * spread(i, 2 * k) - 1, 2 * Math.PI * spread(i, 2 * k + 1))
    )
  );
  const of = (k: number, what: keyof Decay) => columns(pairs.map((pair) => pair[k][what]));
  const topOf = ({ b, lepton, neutrino }: Decay) => massOf(sumOf(b, lepton, neutrino));
  const wOf = ({ lepton, neutrino }: Decay) => massOf(sumOf(lepton, neutrino));
  const masses = [0, 1].flatMap((k) =>
    [topOf, wOf].map((mass) => column(pairs.map((pair) => mass(pair[k]))))
  );
  // a1, a2, b1, b2.
  const visibles = [of(0, 'b'), of(1, 'b'), of(0, 'lepton'), of(1, 'lepton')];
  const invisible = [of(0, 'neutrino'), of(1, 'neutrino')];
  const { shells } = settingsOf({ topology: ANTLER, smeared: [], mC: [0, 0] });
  const values = await take(logTopDecays({ visibles, invisible, masses } as never, shells));
  return { pairs, values };
}

describe('logTopDecays', () => {
  beforeEach(() => useBackend('cpu'));

  it.each([0, 0.05, 0.5])('is ln of the matrix element over its mean, m_b = %s', async (bottom) => {
    const { pairs, values } = await found(bottom);
    const means = PARENTS.map((parent) => meanElement(bottom, parent));
    expect(values).toHaveLength(N);
    pairs.forEach((pair, i) => {
      const expected = pair.reduce((sum, one, k) => sum + Math.log(element(one) / means[k]), 0);
      // float32; the smallest products are some 10⁻⁴ of the energies squared.
      expect(values[i]).toBeCloseTo(expected, 3);
    });
  });

  it('stays finite where b and neutrino are parallel', async () => {
    const along: Four = [1, 0, 0, 1];
    const across: Four = [1, 1, 0, 0];
    const visibles = [along, along, across, across].map((p) => columns([p]));
    const invisible = [columns([along]), columns([along])];
    const masses = [2, Math.SQRT2, 2, Math.SQRT2].map((m) => column([m]));
    const { shells } = settingsOf({ topology: ANTLER, smeared: [], mC: [0, 0] });
    const [value] = await take(logTopDecays({ visibles, invisible, masses } as never, shells));
    // The products are never below 5·10⁻⁷ units squared.
    expect(value).toBeGreaterThan(-40);
    expect(value).toBeLessThan(-20);
  });
});
