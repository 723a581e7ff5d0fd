import {
  add,
  clipByValue,
  div,
  log,
  maximum,
  minimum,
  mul,
  scalar,
  square,
  sub,
} from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { PairPolynomial } from '@deelema/pair-production';
import type { Momenta } from '../momenta.ts';
import { addFour, dot4 } from './arithmetic.ts';

/** Least ŝ, and least (2p*∕√ŝ)², where rounding decides. */
const FLOOR = 1e-6;
const LEAST_BETA_SQUARED = 1e-5;

/** The two parents of an event, [n, S]. */
export interface Parents {
  readonly momenta: readonly [Momenta<Tensor2D>, Momenta<Tensor2D>];
  readonly masses: readonly [Tensor2D, Tensor2D];
  /** Of the frame in the laboratory: [n, 1]. */
  readonly rapidity: Tensor2D;
}

/**
 * ln of the density of the pair, without the phase space of its two bodies.
 *
 *     ln[density(√ŝ, y, cosθ*; M)/(β √ŝ)]
 *
 * from its polynomial; cosθ* in the Collins–Soper frame, which a recoil leaves what it is.
 *
 * @param parents A₁ and A₂, units of `unit`.
 * @param pole M in the same units.
 * @param polynomial In GeV; its range is not left.
 * @param unit GeV.
 * @returns [n, S], up to a constant.
 */
export function logPairDensity(
  { momenta: [p1, p2], masses: [m1, m2], rapidity }: Parents,
  pole: Scalar,
  polynomial: PairPolynomial,
  unit: number
): Tensor2D {
  const total = addFour(p1, p2);
  const transverse = sub(square(total.e), square(total.pz));
  const sHat: Tensor2D = maximum(dot4(total, total), FLOOR);
  const away = (mass: Tensor2D): Tensor2D => sub(1, div(square(mass), sHat));
  const betaSquared = maximum(mul(away(add(m1, m2)), away(sub(m1, m2))), LEAST_BETA_SQUARED);
  const along = sub(mul(p1.pz, total.e), mul(p1.e, total.pz));
  const cosine2 = div(mul(square(along), 4), mul(mul(transverse, sHat), betaSquared));
  const forward = div(add(total.e, total.pz), maximum(sub(total.e, total.pz), FLOOR));
  const y = add(mul(log(forward), 0.5), rapidity);
  const [least, most] = polynomial.uRange;
  const u = clipByValue(sub(mul(log(sHat), 0.5), log(mul(pole, 2))), least, most);
  return evaluate(polynomial, {
    u: u as Tensor2D,
    y: mul(minimum(square(y), polynomial.ySquaredMost), 0.25),
    c: minimum(cosine2, 1),
    m: logOfMass(pole, polynomial, unit),
  });
}

function logOfMass(pole: Scalar, { reference, masses }: PairPolynomial, unit: number): Scalar {
  const [least, most] = masses.map((mass) => Math.log(mass / reference));
  return clipByValue(sub(log(pole), Math.log(reference / unit)), least, most);
}

type Variables = Readonly<Record<'u' | 'y' | 'c', Tensor2D>> & { readonly m: Scalar };

/** Σ c u^i y^j c^k m^l, by Horner's rule in u. */
function evaluate({ terms }: PairPolynomial, { u, y, c, m }: Variables): Tensor2D {
  const powers = { y: powersOf(y), c: powersOf(c), m: powersOf(m) };
  const degree = Math.max(...terms.map((term) => term.u));
  let sum: Tensor | undefined;
  for (let i = degree; i >= 0; --i) {
    const coefficient = inMass(
      terms.filter((term) => term.u === i),
      powers
    );
    sum = sum === undefined ? coefficient : add(mul(sum, u), coefficient);
  }
  return sum as Tensor2D;
}

type Powers = Readonly<Record<'y' | 'c' | 'm', (exponent: number) => Tensor | undefined>>;

/** The terms of one power of u: those of the same powers of y and c share a number. */
function inMass(terms: PairPolynomial['terms'], powers: Powers): Tensor {
  const groups = new Map<string, typeof terms>();
  for (const term of terms) {
    const key = `${term.y} ${term.c}`;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  let sum: Tensor = scalar(0);
  for (const group of groups.values()) {
    let number: Tensor = scalar(0);
    for (const term of group) {
      const power = powers.m(term.m);
      number = add(number, power === undefined ? term.coefficient : mul(power, term.coefficient));
    }
    const factors = [powers.y(group[0].y), powers.c(group[0].c)];
    sum = add(
      sum,
      factors.reduce<Tensor>((f, power) => (power ? mul(f, power) : f), number)
    );
  }
  return sum;
}

/** x^k by repeated products, each made once; undefined for k = 0. */
function powersOf(x: Tensor): (exponent: number) => Tensor | undefined {
  const known: (Tensor | undefined)[] = [undefined, x];
  return (exponent) => {
    for (let k = known.length; k <= exponent; ++k) known[k] = mul(known[k - 1]!, x);
    return known[exponent];
  };
}
