/**
 * A downhill simplex: no derivatives, and none needed. Infinite values are outside.
 *
 * @param start First corner.
 * @param size Distance of the other corners from it.
 * @returns The lowest point.
 * @see J. A. Nelder, R. Mead, Comput. J. 7 (1965) 308
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  size: number,
  evaluations: number
): number[] {
  const n = start.length;
  const corner = (x: number[]) => ({ x, f: f(x) });
  const simplex = [corner([...start])];
  for (let j = 0; j < n; ++j) {
    simplex.push(corner(start.map((value, k) => (k === j ? value + size : value))));
  }
  for (let used = n + 1; used < evaluations; ++used) {
    simplex.sort((a, b) => a.f - b.f);
    const worst = simplex[n];
    if (worst.f - simplex[0].f <= 1e-15 * Math.abs(simplex[0].f)) break;
    const centre = start.map((_, k) => simplex.slice(0, n).reduce((s, c) => s + c.x[k] / n, 0));
    const towards = (t: number) => corner(centre.map((c, k) => c + t * (c - worst.x[k])));
    let next = towards(1);
    if (next.f < simplex[0].f) {
      const farther = towards(2);
      if (farther.f < next.f) next = farther;
    } else if (!(next.f < simplex[n - 1].f)) {
      next = towards(next.f < worst.f ? 0.5 : -0.5);
    }
    if (next.f < worst.f) simplex[n] = next;
    else shrink(simplex, corner);
  }
  return simplex.sort((a, b) => a.f - b.f)[0].x;
}

interface Corner {
  x: number[];
  f: number;
}

function shrink(simplex: Corner[], corner: (x: number[]) => Corner): void {
  const [best] = simplex;
  for (let j = 1; j < simplex.length; ++j) {
    simplex[j] = corner(simplex[j].x.map((value, k) => (value + best.x[k]) / 2));
  }
}
