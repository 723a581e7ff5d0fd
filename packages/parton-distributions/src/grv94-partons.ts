import { radiated, rising, valence, type Point } from './grv94-shapes.ts';

/**
 * Writes x f of s̄ ū d̄ g d u s from `at + 2` on, in the order of `PARTONS`.
 *
 * @see M. Glück, E. Reya, A. Vogt, Z. Phys. C 67 (1995) 433, appendix A (leading order)
 */
export function lightPartons(point: Point, out: Float64Array, at: number): void {
  const sea = lightSea(point);
  const difference = seaDifference(point);
  const up = (sea - difference) / 2;
  const down = (sea + difference) / 2;
  const strange = strangeSea(point);
  out[at + 2] = strange;
  out[at + 3] = up;
  out[at + 4] = down;
  out[at + 5] = gluon(point);
  out[at + 6] = down + downValence(point);
  out[at + 7] = up + upValence(point);
  out[at + 8] = strange;
}

/**
 * Writes x f of c and b and their antiquarks; `point` must stand at the scale variable of the 1992
 * set, whose thresholds lie at Q = 1.5 GeV and 4.5 GeV.
 *
 * @see M. Glück, E. Reya, A. Vogt, Z. Phys. C 53 (1992) 127 (leading order)
 */
export function heavyQuarks(point: Point, out: Float64Array, at: number): void {
  const charm = charmSea(point);
  const bottom = bottomSea(point);
  out[at] = bottom;
  out[at + 1] = charm;
  out[at + 9] = charm;
  out[at + 10] = bottom;
}

// In the functions below the numbers stand in the order of the shape's formula, as published.

/** N, ak, bk, a, b, c, d of x u_v. */
function upValence(point: Point): number {
  const { s } = point;
  return valence(
    point,
    2.284 + s * (0.802 + s * 0.055),
    0.59 - 0.024 * s,
    0.131 + 0.063 * s,
    -0.449 - s * (0.138 + s * 0.076),
    0.213 + s * (2.669 - s * 0.728),
    8.854 - s * (9.135 - s * 1.979),
    2.997 + s * (0.753 - s * 0.076)
  );
}

/** N, ak, bk, a, b, c, d of x d_v. */
function downValence(point: Point): number {
  const { s } = point;
  return valence(
    point,
    0.371 + s * (0.083 + s * 0.039),
    0.376,
    0.486 + 0.062 * s,
    -0.509 + s * (3.31 - s * 1.248),
    12.41 - s * (10.52 - s * 2.267),
    6.373 - s * (6.208 - s * 1.418),
    3.691 + s * (0.799 - s * 0.071)
  );
}

/** N, ak, bk, a, b, c, d of x (d̄ − ū). */
function seaDifference(point: Point): number {
  const { s } = point;
  return valence(
    point,
    0.082 + s * (0.014 + s * 0.008),
    0.409 - 0.005 * s,
    0.799 + 0.071 * s,
    -38.07 + s * (36.13 - s * 0.656),
    90.31 - s * (74.15 - s * 7.645),
    0,
    7.486 + s * (1.217 - s * 0.159)
  );
}

/** al, be, ak, bk, a, b, c, d, e, es of x (ū + d̄). */
function lightSea(point: Point): number {
  const { s } = point;
  return rising(
    point,
    1.451,
    0.271,
    0.41 - 0.232 * s,
    0.534 - 0.457 * s,
    0.89 - 0.14 * s,
    -0.981,
    0.32 + 0.683 * s,
    4.752 + s * (1.164 + s * 0.286),
    4.119 + 1.713 * s,
    0.682 + 2.978 * s
  );
}

/** al, be, ak, bk, a, b, c, d, e, es of x g. */
function gluon(point: Point): number {
  const { s } = point;
  return rising(
    point,
    0.524,
    1.088,
    1.742 - 0.93 * s,
    -0.399 * s * s,
    7.486 - 2.185 * s,
    16.69 - s * (22.74 - s * 5.779),
    -25.59 + s * (29.71 - s * 7.296),
    2.792 + s * (2.215 + s * (0.422 - s * 0.104)),
    0.807 + 2.005 * s,
    3.841 + 0.316 * s
  );
}

/** sth, al, be, ak, ag, b, d, e, es of x s = x s̄. */
function strangeSea(point: Point): number {
  const { s } = point;
  const root = Math.sqrt(s);
  return radiated(
    point,
    0,
    0.914,
    0.577,
    1.798 - 0.596 * s,
    -5.548 + 3.669 * root - 0.616 * s,
    18.92 - 16.73 * root + 5.168 * s,
    6.379 - s * (0.35 - s * 0.142),
    3.981 + 1.638 * s,
    6.402
  );
}

/** sth, al, be, ak, ag, b, d, e, es of x c = x c̄. */
function charmSea(point: Point): number {
  const { s } = point;
  return radiated(
    point,
    0.888,
    1.01,
    0.37,
    0,
    0,
    4.24 - 0.804 * s,
    3.46 + 1.076 * s,
    4.61 + 1.49 * s,
    2.555 + 1.961 * s
  );
}

/** sth, al, be, ak, ag, b, d, e, es of x b = x b̄. */
function bottomSea(point: Point): number {
  const { s } = point;
  return radiated(
    point,
    1.351,
    1,
    0.51,
    0,
    0,
    1.848,
    2.929 + 1.396 * s,
    4.71 + 1.514 * s,
    4.02 + 1.239 * s
  );
}
