import { TRIAL, VISIBLE } from '@deelema/mass-variables';

/** E and k_z as affine functions of k_x and k_y: constant, slope in x, slope in y each. */
interface Plane {
  readonly e: readonly number[];
  readonly z: readonly number[];
}

/**
 * Counts solutions by walking along the ellipse of k₁ in the transverse plane: changes of sign of
 * k₂² − m_C². The conditions on b·k and a·k are solved for E and k_z, as in arXiv:1305.1878.
 *
 * @param steps Points on the ellipse: two solutions between neighbours are missed.
 */
export function countByScan(v: Float64Array, trial: Float64Array, steps: number): number {
  const one = plane(v, VISIBLE.a1E, trial, TRIAL.A1);
  const two = plane(v, VISIBLE.a2E, trial, TRIAL.A2);
  const ellipse = ellipseOf(one, trial[TRIAL.C1]);
  if (ellipse === undefined) return 0;
  const off = (angle: number): number => {
    const [x, y] = ellipse(angle);
    const [kx, ky] = [v[VISIBLE.ptmissX] - x, v[VISIBLE.ptmissY] - y];
    return shell(two, kx, ky, trial[TRIAL.C2]);
  };
  let changes = 0;
  let before = off(0);
  for (let k = 1; k <= steps; ++k) {
    const here = off((2 * Math.PI * k) / steps);
    if (here > 0 !== before > 0) ++changes;
    before = here;
  }
  return changes;
}

function plane(v: Float64Array, at: number, trial: Float64Array, from: number): Plane {
  const [aE, ax, ay, az, bE, bx, by, bz] = v.subarray(at, at + 8);
  const [mA, mB, mC] = trial.subarray(from, from + 3);
  const bb = bE * bE - bx * bx - by * by - bz * bz;
  const pp = (aE + bE) ** 2 - (ax + bx) ** 2 - (ay + by) ** 2 - (az + bz) ** 2;
  const X = (mB * mB - bb - mC * mC) / 2;
  const Y = (mA * mA - pp - mC * mC) / 2 - X;
  const det = bz * aE - bE * az;
  const solve = (ofB: number, ofA: number): [number, number] => [
    (bz * ofA - az * ofB) / det,
    (bE * ofA - aE * ofB) / det,
  ];
  const parts = [solve(X, Y), solve(bx, ax), solve(by, ay)];
  return { e: parts.map(([e]) => e), z: parts.map(([, z]) => z) };
}

function shell({ e, z }: Plane, x: number, y: number, m: number): number {
  const energy = e[0] + e[1] * x + e[2] * y;
  const along = z[0] + z[1] * x + z[2] * y;
  return energy * energy - along * along - x * x - y * y - m * m;
}

/** Points with shell = 0 by angle about the centre; undefined if there are none. */
function ellipseOf(p: Plane, m: number): ((angle: number) => [number, number]) | undefined {
  const { e, z } = p;
  const form = (i: number, j: number): number => e[i] * e[j] - z[i] * z[j] - (i === j ? 1 : 0);
  const [xx, xy, yy] = [form(1, 1), form(1, 2), form(2, 2)];
  const [lx, ly] = [e[0] * e[1] - z[0] * z[1], e[0] * e[2] - z[0] * z[2]];
  const det = xx * yy - xy * xy;
  const [cx, cy] = [(xy * ly - yy * lx) / det, (xy * lx - xx * ly) / det];
  const height = shell(p, cx, cy, m);
  if (!(height > 0)) return undefined;
  return (angle) => {
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const r = Math.sqrt(-height / (xx * nx * nx + 2 * xy * nx * ny + yy * ny * ny));
    return [cx + r * nx, cy + r * ny];
  };
}
