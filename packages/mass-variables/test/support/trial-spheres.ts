import { CHAIN, type Problem } from '../../src/m2/problem.ts';
import { dot, secondMomentum, vector } from './second-momentum.ts';

type Vector = readonly [number, number, number, number];

/** Directions on a unit sphere, evenly spread. */
const DIRECTIONS = Array.from({ length: 200 }, (_, i): [number, number, number] => {
  const z = 1 - (2 * i + 1) / 200;
  const across = Math.sqrt(1 - z * z);
  const phi = i * Math.PI * (3 - Math.sqrt(5));
  return [across * Math.cos(phi), across * Math.sin(phi), z];
});

/**
 * Least k₂² − m₂² with k₁ on the sphere that the level Y leaves it, by brute force: a scan over all
 * directions of k₁ in the rest frame of o₁, and a compass search from the best one.
 *
 * @param problem An event.
 * @param Y A level above the larger threshold.
 */
export function leastExcess(problem: Problem, Y: number): number {
  const { chain1, chain2, ptmiss } = problem;
  const inOrder = threshold(chain1) >= threshold(chain2);
  const [first, second] = inOrder ? [chain1, chain2] : [chain2, chain1];
  const m2 = second[CHAIN.m];
  const excess = (n: readonly number[]): number => {
    const k2 = secondMomentum(first, second, ptmiss, onSphere(first, Y, n));
    return dot(k2, k2) - m2 * m2;
  };
  return compassSearch(excess);
}

function threshold(chain: Float64Array): number {
  return chain[CHAIN.offset] + chain[CHAIN.m] * Math.sqrt(chain[CHAIN.oo]);
}

/** The k of a chain with o·k = Y − offset in a direction of the rest frame of o. */
function onSphere(chain: Float64Array, Y: number, n: readonly number[]): Vector {
  const M = Math.sqrt(chain[CHAIN.oo]);
  const m = chain[CHAIN.m];
  const E = (Y - chain[CHAIN.offset]) / M;
  const kappa = Math.sqrt(Math.max(0, E * E - m * m));
  const [gamma, ...u] = vector(chain, CHAIN.oE).map((p) => p / M);
  const along = kappa * (u[0] * n[0] + u[1] * n[1] + u[2] * n[2]);
  const [x, y, z] = u.map((ui, i) => kappa * n[i] + (along / (1 + gamma) + E) * ui);
  return [gamma * E + along, x, y, z];
}

function compassSearch(f: (n: readonly number[]) => number): number {
  let best: readonly number[] = DIRECTIONS[0];
  let lowest = Infinity;
  const look = (n: readonly number[]): boolean => {
    const value = f(n);
    if (value >= lowest) return false;
    lowest = value;
    best = n;
    return true;
  };
  for (const n of DIRECTIONS) look(n);
  for (let step = 0.1; step > 1e-6; step /= 2) {
    const steps = [-step, step].flatMap((s) => [0, 1, 2].map((axis) => ({ s, axis })));
    while (steps.some(({ s, axis }) => look(turned(best, axis, s))));
  }
  return lowest;
}

/** n turned about an axis. */
function turned(n: readonly number[], axis: number, angle: number): readonly number[] {
  const [j, k] = [(axis + 1) % 3, (axis + 2) % 3];
  const out = [...n];
  out[j] = n[j] * Math.cos(angle) - n[k] * Math.sin(angle);
  out[k] = n[j] * Math.sin(angle) + n[k] * Math.cos(angle);
  return out;
}
