import type { Dual } from './dual.ts';
import { CHAIN, type Problem } from './problem.ts';

/** Part of |o_T|² below which o² counts as little. */
const LIGHT = 0.1;
/** Part of |P|² the first level has for the momenta. */
const EXTENT = 0.1;

/** Aims the dual at a first direction and level; false if there is none. */
export function start(dual: Dual, problem: Problem): boolean {
  return isLight(problem.chain1) && isLight(problem.chain2)
    ? startMassless(dual, problem)
    : startMassive(dual, problem, EXTENT);
}

function isLight(chain: Float64Array): boolean {
  const x = chain[CHAIN.ox];
  const y = chain[CHAIN.oy];
  return chain[CHAIN.oo] <= LIGHT * (x * x + y * y);
}

export function startPlain(dual: Dual, problem: Problem): boolean {
  const { chain1, chain2, ptmiss } = problem;
  const size1 = size(chain1);
  const size2 = size(chain2);
  const m = Math.max(chain1[CHAIN.m], chain2[CHAIN.m]);
  dual.aim(
    -(chain1[CHAIN.ox] / size1 + chain2[CHAIN.ox] / size2),
    -(chain1[CHAIN.oy] / size1 + chain2[CHAIN.oy] / size2),
    chain1[CHAIN.oc] / size1 - chain2[CHAIN.oc] / size2
  );
  dual.level =
    0.5 *
    Math.sqrt(m * m + ptmiss[0] * ptmiss[0] + ptmiss[1] * ptmiss[1]) *
    Math.max(size1, size2);
  return dual.level > 0 && dual.nuX * 0 === 0;
}

function size(chain: Float64Array): number {
  const x = chain[CHAIN.ox];
  const y = chain[CHAIN.oy];
  const t = chain[CHAIN.oc];
  return Math.sqrt(x * x + y * y + t * t);
}

function startMassless(dual: Dual, problem: Problem): boolean {
  const { chain1, chain2, ptmiss } = problem;
  const n1x = -chain1[CHAIN.ox];
  const n1y = -chain1[CHAIN.oy];
  const n1t = chain1[CHAIN.oc];
  const n2x = -chain2[CHAIN.ox];
  const n2y = -chain2[CHAIN.oy];
  const n2t = -chain2[CHAIN.oc];
  const px = ptmiss[0];
  const py = ptmiss[1];
  const pt = chain1[CHAIN.con] - chain2[CHAIN.con];
  let sx = n1y * n2t - n1t * n2y;
  let sy = n1t * n2x - n1x * n2t;
  let st = n1x * n2y - n1y * n2x;
  const perDet = 1 / (px * sx + py * sy + pt * st);
  const rho = Math.sqrt((n2x * n2x + n2y * n2y) / (n1x * n1x + n1y * n1y));
  // u = s e_s + t (e1 + rho e2)
  const qx = n2x - rho * n1x;
  const qy = n2y - rho * n1y;
  const qt = n2t - rho * n1t;
  const fx = (qy * pt - qt * py) * perDet;
  const fy = (qt * px - qx * pt) * perDet;
  const ft = (qx * py - qy * px) * perDet;
  sx *= perDet;
  sy *= perDet;
  st *= perDet;
  const c1x = chain1[CHAIN.cx];
  const c1y = chain1[CHAIN.cy];
  const c2x = chain2[CHAIN.cx];
  const c2y = chain2[CHAIN.cy];
  const cc1 = chain1[CHAIN.cc];
  const cc2 = chain2[CHAIN.cc];
  const w = 1 / rho;
  const ss = sx * sx + sy * sy;
  const A =
    ss * (1 + w) +
    2 * st * (sx * (c1x - w * c2x) + sy * (c1y - w * c2y)) -
    st * st * (cc1 + w * cc2);
  const B =
    2 *
    ((sx * fx + sy * fy) * (1 + w) +
      st * (fx * (c1x - w * c2x) + fy * (c1y - w * c2y)) +
      ft * (sx * (c1x - w * c2x) + sy * (c1y - w * c2y)) -
      st * ft * (cc1 + w * cc2));
  const C =
    (fx * fx + fy * fy) * (1 + w) +
    2 * ft * (fx * (c1x - w * c2x) + fy * (c1y - w * c2y)) -
    ft * ft * (cc1 + w * cc2);
  const m1 = chain1[CHAIN.m];
  const m2 = chain2[CHAIN.m];
  const g = 1 + A * (m1 * m1 + rho * m2 * m2);
  const disc = B * B + 4 * (A * C - (B * B) / 4) * g;
  if (!(disc >= 0)) return false;
  const Y = (2 * g) / (B + Math.sqrt(disc));
  const t = (1 - (Y * B) / 2) / (A * Y);
  if (!(Y > 0 && t * 0 === 0)) return false;
  dual.aim(t * sx + fx, t * sy + fy, t * st + ft);
  dual.level = Y;
  return true;
}

export function startMassive(dual: Dual, problem: Problem, factor: number): boolean {
  const { chain1, chain2, ptmiss } = problem;
  const P2 = ptmiss[0] * ptmiss[0] + ptmiss[1] * ptmiss[1];
  dual.level = Math.max(
    excess(chain1, dual.chain1.slack, factor * P2),
    excess(chain2, dual.chain2.slack, factor * P2)
  );
  let xx = 0;
  let xy = 0;
  let xt = 0;
  let yy = 0;
  let yt = 0;
  let tt = 0;
  let wx = ptmiss[0];
  let wy = ptmiss[1];
  let wt = chain1[CHAIN.con] - chain2[CHAIN.con];
  for (let i = 0; i < 2; ++i) {
    const chain = i === 0 ? chain1 : chain2;
    const sigma = i === 0 ? 1 : -1;
    const slack = i === 0 ? dual.chain1.slack : dual.chain2.slack;
    const oo = chain[CHAIN.oo];
    const ox = chain[CHAIN.ox];
    const oy = chain[CHAIN.oy];
    const cx = chain[CHAIN.cx];
    const cy = chain[CHAIN.cy];
    const et = sigma * chain[CHAIN.oc];
    const edge = chain[CHAIN.m] * Math.sqrt(oo);
    const above = dual.level + slack;
    const kappa = Math.sqrt((above * (above + 2 * edge)) / oo);
    const per = 1 / oo;
    xx += kappa * (1 + ox * ox * per);
    yy += kappa * (1 + oy * oy * per);
    xy += kappa * ox * oy * per;
    xt += kappa * (sigma * cx - ox * et * per);
    yt += kappa * (sigma * cy - oy * et * per);
    tt += kappa * (et * et * per - chain[CHAIN.cc]);
    const f = (above + edge) * per;
    wx -= f * ox;
    wy -= f * oy;
    wt += f * et;
  }
  // Adjugate of the symmetric matrix.
  const axx = yy * tt - yt * yt;
  const axy = xt * yt - xy * tt;
  const axt = xy * yt - xt * yy;
  const ayy = xx * tt - xt * xt;
  const ayt = xy * xt - xx * yt;
  const att = xx * yy - xy * xy;
  dual.aim(
    axx * wx + axy * wy + axt * wt,
    axy * wx + ayy * wy + ayt * wt,
    axt * wx + ayt * wy + att * wt
  );
  return dual.nuX * 0 === 0 && dual.level > 0;
}

function excess(chain: Float64Array, slack: number, extent: number): number {
  const m = chain[CHAIN.m];
  return Math.sqrt(chain[CHAIN.oo] * (m * m + extent)) - m * Math.sqrt(chain[CHAIN.oo]) - slack;
}
