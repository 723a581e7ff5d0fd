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
  const groups = groupsOf(terms);
  const numbers = numbersOf(groups, m);
  const factor = factors(y, c);
  const inPowerOf = (i: number): Tensor | undefined =>
    groups.reduce<Tensor | undefined>((sum, [term], g) => {
      if (term.u !== i) return sum;
      const power = factor(term.y, term.c);
      const value = power === undefined ? constant(numbers[g]) : mul(power, numbers[g]);
      return sum === undefined ? value : add(sum, value);
    }, undefined);
  let sum: Tensor | undefined;
  for (let i = Math.max(...terms.map((term) => term.u)); i >= 0; --i) {
    const coefficient = inPowerOf(i);
    const higher: Tensor | undefined = sum === undefined ? undefined : mul(sum, u);
    sum =
      higher === undefined || coefficient === undefined
        ? (higher ?? coefficient)
        : add(higher, coefficient);
  }
  return sum as Tensor2D;
}

/** A number as a tensor. */
function constant(value: Tensor | number): Tensor {
  return typeof value === 'number' ? scalar(value) : value;
}

type Terms = PairPolynomial['terms'];

/** Terms that differ in their power of m only stand together. */
function groupsOf(terms: Terms): readonly Terms[] {
  const groups = new Map<string, Terms>();
  for (const term of terms) {
    const key = `${term.u} ${term.y} ${term.c}`;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return [...groups.values()];
}

/** Σ coefficient m^l of each group, by Horner's rule; numbers, not tensors made here, for `compileStep`. */
function numbersOf(groups: readonly Terms[], m: Scalar): readonly (Tensor | number)[] {
  return groups.map((group) => {
    const coefficient = (l: number): number => group.find((term) => term.m === l)?.coefficient ?? 0;
    const degree = Math.max(...group.map((term) => term.m));
    let sum: Tensor | number = coefficient(degree);
    for (let l = degree - 1; l >= 0; --l) sum = add(mul(m, sum), coefficient(l));
    return sum;
  });
}

/** y^j c^k, each made once; undefined for 1. */
function factors(y: Tensor, c: Tensor): (j: number, k: number) => Tensor | undefined {
  const [ofY, ofC] = [powersOf(y), powersOf(c)];
  const known = new Map<string, Tensor | undefined>();
  return (j, k) => {
    const key = `${j} ${k}`;
    if (!known.has(key)) {
      const [one, other] = [ofY(j), ofC(k)];
      known.set(key, one === undefined || other === undefined ? (one ?? other) : mul(one, other));
    }
    return known.get(key);
  };
}

/** x^k by repeated products, each made once; undefined for k = 0. */
function powersOf(x: Tensor): (exponent: number) => Tensor | undefined {
  const known: (Tensor | undefined)[] = [undefined, x];
  return (exponent) => {
    for (let k = known.length; k <= exponent; ++k) known[k] = mul(known[k - 1]!, x);
    return known[exponent];
  };
}
