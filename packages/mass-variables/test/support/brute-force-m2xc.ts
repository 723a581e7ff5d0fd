import { CHAIN, type Problem } from '../../src/m2/problem.ts';

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Minimum of a convex function on an interval by golden section. */
function minimum(low: number, high: number, steps: number, f: (x: number) => number): number {
  let a = low;
  let b = high;
  let x = b - GOLDEN * (b - a);
  let y = a + GOLDEN * (b - a);
  let fx = f(x);
  let fy = f(y);
  for (let step = 0; step < steps; ++step) {
    if (fx < fy) {
      b = y;
      y = x;
      fy = fx;
      x = b - GOLDEN * (b - a);
      fx = f(x);
    } else {
      a = x;
      x = y;
      fx = fy;
      y = a + GOLDEN * (b - a);
      fy = f(y);
    }
  }
  return Math.min(fx, fy);
}

/**
 * The level of M_2XC straight from its definition: the larger o_i·k_i + offset_i, minimised over k₂T in
 * the plane and the common level W.
 *
 * At given k_iT and W each chain has two longitudinal momenta, of which the better one is taken. The
 * larger level is convex in the three variables, so nested searches cannot miss the minimum.
 *
 * @param size How far k₂T and W are searched, in units of the problem.
 */
export function bruteForceLevel({ chain1, chain2, ptmiss }: Problem, size: number): number {
  const [Px, Py] = ptmiss;
  const atW = (x: number, y: number): number => {
    const least = Math.max(leastW(chain1, Px - x, Py - y), leastW(chain2, x, y));
    return minimum(least, least + size * size, 50, (W) =>
      Math.max(levelAt(chain1, Px - x, Py - y, W), levelAt(chain2, x, y, W))
    );
  };
  return minimum(-size, size, 45, (x) => minimum(-size, size, 45, (y) => atW(x, y)));
}

function transverse(chain: Float64Array, x: number, y: number): number {
  return Math.sqrt(chain[CHAIN.m] ** 2 + x * x + y * y);
}

/** m_T² of c: E² − p_z². */
function massT(chain: Float64Array): number {
  return (chain[CHAIN.cE] - chain[CHAIN.cz]) * (chain[CHAIN.cE] + chain[CHAIN.cz]);
}

function leastW(chain: Float64Array, x: number, y: number): number {
  const product = chain[CHAIN.cx] * x + chain[CHAIN.cy] * y;
  return Math.sqrt(massT(chain)) * transverse(chain, x, y) - product + chain[CHAIN.con];
}

/** The lesser o·k + offset of the two k with this transverse momentum and c·k + con = W. */
function levelAt(chain: Float64Array, x: number, y: number, W: number): number {
  const E = chain[CHAIN.cE];
  const z = chain[CHAIN.cz];
  const T = transverse(chain, x, y);
  const G = W - chain[CHAIN.con] + chain[CHAIN.cx] * x + chain[CHAIN.cy] * y;
  const root = Math.sqrt(Math.max(0, G * G - massT(chain) * T * T));
  const least = Math.min(
    objective(chain, T, z * G - E * root),
    objective(chain, T, z * G + E * root)
  );
  const product = chain[CHAIN.ox] * x + chain[CHAIN.oy] * y;
  return least - product + chain[CHAIN.offset];
}

/** o_E k_E − o_z k_z at k_z = `scaled`/m_T² of c. */
function objective(chain: Float64Array, T: number, scaled: number): number {
  const kz = scaled / massT(chain);
  return chain[CHAIN.oE] * Math.sqrt(T * T + kz * kz) - chain[CHAIN.oz] * kz;
}
