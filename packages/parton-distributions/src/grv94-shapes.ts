/**
 * Where the parametrisation is evaluated: powers are taken as exp(power × logarithm), so that each
 * logarithm is computed once for all partons. One mutable object serves all calls.
 */
export interface Point {
  x: number;
  rootX: number;
  logX: number;
  /** ln(1 − x). */
  logRest: number;
  /** L = ln(1/x) and its logarithm. */
  L: number;
  logL: number;
  /** Evolution variable of the scale and its logarithm. */
  s: number;
  logS: number;
}

/** A point with nothing in it. */
export function emptyPoint(): Point {
  return { x: 0, rootX: 0, logX: 0, logRest: 0, L: 0, logL: 0, s: 0, logS: 0 };
}

/** Sets what depends on x, 0 < x < 1. */
export function setX(point: Point, x: number): void {
  point.x = x;
  point.rootX = Math.sqrt(x);
  point.logX = Math.log(x);
  point.logRest = Math.log1p(-x);
  // log x loses the digits of 1 − x close to 1 no more than x itself does.
  point.L = -point.logX;
  point.logL = Math.log(point.L);
}

/**
 * Sets the evolution variable s = ln[ln(Q²/Λ²) / ln(μ²/Λ²)].
 *
 * @param q2 Scale Q², GeV².
 * @param mu2 Input scale μ², GeV², below Q².
 * @param lambda Λ of leading-order QCD, GeV.
 */
export function setScale(point: Point, q2: number, mu2: number, lambda: number): void {
  const lambda2 = lambda * lambda;
  point.s = Math.log(Math.log(q2 / lambda2) / Math.log(mu2 / lambda2));
  point.logS = Math.log(point.s);
}

/**
 * Shape of the valence quarks and of d̄ − ū.
 *
 *     N x^ak (1 + a x^bk + x (b + c √x)) (1 − x)^d
 */
export function valence(
  { x, rootX, logX, logRest }: Point,
  N: number,
  ak: number,
  bk: number,
  a: number,
  b: number,
  c: number,
  d: number
): number {
  const bracket = 1 + a * Math.exp(bk * logX) + x * (b + c * rootX);
  return N * bracket * Math.exp(ak * logX + d * logRest);
}

/**
 * Shape of the gluon and of ū + d̄, which rise towards small x.
 *
 *     [x^ak (a + x (b + x c)) L^bk + s^al exp(−e + √(es s^be L))] (1 − x)^d
 */
export function rising(
  { x, logX, logRest, L, logL, logS }: Point,
  al: number,
  be: number,
  ak: number,
  bk: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  es: number
): number {
  const end = d * logRest;
  const input = (a + x * (b + x * c)) * Math.exp(ak * logX + bk * logL + end);
  return input + Math.exp(al * logS - e + Math.sqrt(es * Math.exp(be * logS) * L) + end);
}

/**
 * Shape of the quarks that evolution alone makes: strange, charm and bottom.
 *
 *     (s − sth)^al L^−ak (1 + ag √x + b x) (1 − x)^d exp(−e + √(es s^be L)),   0 for s ≤ sth
 */
export function radiated(
  { x, rootX, logRest, L, logL, s, logS }: Point,
  sth: number,
  al: number,
  be: number,
  ak: number,
  ag: number,
  b: number,
  d: number,
  e: number,
  es: number
): number {
  if (s <= sth) return 0;
  const rise = Math.sqrt(es * Math.exp(be * logS) * L) - e;
  const power = al * Math.log(s - sth) - ak * logL + d * logRest + rise;
  return (1 + ag * rootX + b * x) * Math.exp(power);
}
