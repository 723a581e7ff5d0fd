import { CHAIN } from "./problem.js";
export function startMassless(dual, problem) {
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
    const A = ss * (1 + w) +
        2 * st * (sx * (c1x - w * c2x) + sy * (c1y - w * c2y)) -
        st * st * (cc1 + w * cc2);
    const B = 2 *
        ((sx * fx + sy * fy) * (1 + w) +
            st * (fx * (c1x - w * c2x) + fy * (c1y - w * c2y)) +
            ft * (sx * (c1x - w * c2x) + sy * (c1y - w * c2y)) -
            st * ft * (cc1 + w * cc2));
    const C = (fx * fx + fy * fy) * (1 + w) +
        2 * ft * (fx * (c1x - w * c2x) + fy * (c1y - w * c2y)) -
        ft * ft * (cc1 + w * cc2);
    const m1 = chain1[CHAIN.m];
    const m2 = chain2[CHAIN.m];
    const g = 1 + A * (m1 * m1 + rho * m2 * m2);
    const disc = B * B + 4 * (A * C - (B * B) / 4) * g;
    if (!(disc >= 0))
        return false;
    const Y = (2 * g) / (B + Math.sqrt(disc));
    const t = (1 - (Y * B) / 2) / (A * Y);
    if (!(Y > 0 && t * 0 === 0))
        return false;
    dual.aim(t * sx + fx, t * sy + fy, t * st + ft);
    dual.level = Y;
    return true;
}
