import { childOf, massNames, visibleRoles } from '../../src/topology/topology.ts';
import type { DecayTopology } from '../../src/topology/topology.ts';

/** E, px, py, pz. */
export type Four = readonly [number, number, number, number];

/** An event in any frame where pTmiss lies along x; any unit. */
export interface Event {
  /** In the order of `visibleRoles`. */
  readonly visibles: readonly Four[];
  readonly ptmiss: number;
  readonly rapidity: number;
  readonly resolutions: readonly number[];
  readonly ptmissResolution: number | undefined;
}

/** What the event is taken for. */
export interface Meaning {
  readonly topology: DecayTopology;
  /** Indices into `visibleRoles`. */
  readonly smeared: readonly number[];
  readonly mC: readonly [number, number];
}

/** An event completed in double precision, straight from the docstring of `completeEvent`. */
export interface Completed {
  readonly visibles: readonly Four[];
  readonly invisible: readonly [Four, Four];
  /** Branch 1 from its first resonance down, then branch 2. */
  readonly resonances: readonly Four[];
  readonly masses: readonly number[];
  readonly logResolution: number;
}

export function massOf([e, x, y, z]: Four): number {
  return Math.sqrt(e * e - x * x - y * y - z * z);
}

export function sumOf(...all: readonly Four[]): Four {
  return all.reduce<Four>(
    ([e, x, y, z], p) => [e + p[0], x + p[1], y + p[2], z + p[3]],
    [0, 0, 0, 0]
  );
}

/** K with the unknowns z, in the order of `unknownsOf`. */
export function complete(event: Event, z: readonly number[], meaning: Meaning): Completed {
  const { topology, smeared, mC } = meaning;
  const visibles = [...event.visibles];
  let [px, py, logResolution] = [event.ptmiss, 0, 0];
  smeared.forEach((j, k) => {
    const u = z[4 + k];
    const scale = 1 / (1 + event.resolutions[k] * u);
    visibles[j] = event.visibles[j].map((x) => x * scale) as unknown as Four;
    px += event.visibles[j][1] * (1 - scale);
    py += event.visibles[j][2] * (1 - scale);
    logResolution += -u * u * 0.5 + 2 * Math.log(scale);
  });
  if (event.ptmissResolution !== undefined) {
    const [x, y] = z.slice(4 + smeared.length);
    px -= event.ptmissResolution * x;
    py -= event.ptmissResolution * y;
    logResolution -= 0.5 * (x * x + y * y);
  }
  const shell = (x: number, y: number, q: number, m: number): Four => [
    Math.hypot(m, x, y, q),
    ...([x, y, q] as const),
  ];
  const invisible = [
    shell(z[0], z[1], z[2], mC[0]),
    shell(px - z[0], py - z[1], z[3], mC[1]),
  ] as const;
  const roles = visibleRoles(topology);
  const resonances = topology.branches.flatMap(({ steps }, branch) =>
    steps.map((_, k) => {
      const below = steps.slice(k).flatMap((step) => step.visibles);
      return sumOf(invisible[branch], ...below.map((role) => visibles[roles.indexOf(role)]));
    })
  );
  return { visibles, invisible, resonances, masses: resonances.map(massOf), logResolution };
}

/** m̃ and τ by name, outliers. */
export interface Trial {
  readonly masses: Readonly<Record<string, number>>;
  readonly resolutions: Readonly<Record<string, number>>;
  readonly outliers: { readonly share: number; readonly broader: number };
}

/** ln of the integrand of p(x | m̃, τ) without the pair, from the docstring of `weightedDraws`. */
export function logIntegrand(completed: Completed, meaning: Meaning, trial: Trial): number {
  const { invisible, logResolution } = completed;
  return (
    logResolution -
    Math.log(invisible[0][0] * invisible[1][0]) +
    logDecays(completed, meaning) +
    logKernel(completed.masses, meaning.topology, trial)
  );
}

/** −Σ ln Φ m at the masses of the event; Φ of two visibles in closed form. */
export function logDecays({ visibles, masses }: Completed, { topology, mC }: Meaning): number {
  const roles = visibleRoles(topology);
  const first = [0, topology.branches[0].steps.length];
  return topology.branches
    .flatMap(({ steps }, branch) =>
      steps.map(({ mass, visibles: own }, k) => {
        const child = childOf(topology, mass);
        const M = masses[first[branch] + k];
        const next = child === undefined ? mC[branch] : masses[first[branch] + k + 1];
        if (own.length > 1) return -Math.log(phaseSpaceOfThree(M, next) * M);
        const v = massOf(visibles[roles.indexOf(own[0])]) || 0;
        // λ^{1/2} in Heron's form.
        const lambda = (M - next - v) * (M + next + v) * (M - next + v) * (M + next - v);
        return -Math.log(Math.sqrt(lambda) / (M * M)) - Math.log(M);
      })
    )
    .reduce((sum, term) => sum + term);
}

/** Φ₃(M; 0, 0, m) = M²/2 [1 − r² + 2r ln r], r = m²/M². */
export function phaseSpaceOfThree(M: number, m: number): number {
  const r = (m / M) ** 2;
  return r === 0 ? (M * M) / 2 : (M * M * (1 - r * r + 2 * r * Math.log(r))) / 2;
}

/** ln of the density of masses, without the powers of 2 of Π 1/2τ. */
export function logKernel(
  masses: readonly number[],
  topology: DecayTopology,
  { masses: common, resolutions, outliers: { share, broader } }: Trial
): number {
  const names = topology.branches.flatMap(({ steps }) => steps.map(({ mass }) => mass));
  const distance = masses.reduce(
    (sum, m, i) => sum + Math.abs(m - common[names[i]]) / resolutions[names[i]],
    0
  );
  const core = (1 - share) * Math.exp(-distance);
  const tail = share * broader ** -masses.length * Math.exp(-distance / broader);
  const scales = names.reduce((sum, name) => sum + Math.log(resolutions[name]), 0);
  return Math.log(core + tail) - scales;
}

/** Values by name in the order of `massNames`. */
export function inOrder(
  topology: DecayTopology,
  values: Readonly<Record<string, number>>
): number[] {
  return massNames(topology).map((name) => values[name]);
}
