import { alphaS, grv94lo, type PartonDistributions } from '@deelema/parton-distributions';
import { AMPLITUDES, type HardProcess } from '../../src/collision/hard-process.ts';

/** A production with fixed masses. */
export interface FixedProduction {
  readonly process: HardProcess;
  readonly beamEnergy: number;
  readonly poleMass: number;
  readonly m1: number;
  readonly m2: number;
}

/** Edges of bins in √ŝ (GeV, from the threshold on), in |y| over its largest value and in |cosθ|. */
export type BinEdges = readonly [readonly number[], readonly number[], readonly number[]];

/** Integrals by bin, in pb (without coupling in units of their own), with the part of g g. */
export interface BinIntegrals {
  readonly all: Float64Array;
  readonly gluons: Float64Array;
}

/**
 * dσ integrated over bins with the distributions themselves, term by term as the textbook has it:
 * R. K. Ellis, W. J. Stirling, B. R. Webber, QCD and Collider Physics, chapter 7 and table 10.2.
 *
 *     dσ/dlnŝ d|y| d|cosθ| = 4 Σ x₁f(x₁) x₂f(x₂) dσ̂/dcosθ
 *
 * Gauss–Legendre with four points per bin and coordinate; √ŝ = edge + width u² in a bin, which makes
 * the threshold smooth.
 */
export function binIntegrals(production: FixedProduction, edges: BinEdges): BinIntegrals {
  const bins = edges.map((e) => e.length - 1);
  const all = new Float64Array(bins[0] * bins[1] * bins[2]);
  const gluons = new Float64Array(all.length);
  const density = densityOf(production, grv94lo());
  overBins(production.beamEnergy, edges, (bin, mass, y, c, volume) => {
    const [gg, qq] = density(mass, y, c);
    gluons[bin] += gg * volume;
    all[bin] += (gg + qq) * volume;
  });
  return { all, gluons };
}

/**
 * Calls back for four points per bin and coordinate, in all bins.
 *
 * @param visit Receives bin, √ŝ in GeV, |y|, |cosθ| and the point's share of ∫ dlnŝ d|y| d|cosθ|.
 */
export function overBins(
  beamEnergy: number,
  [masses, shares, cosines]: BinEdges,
  visit: (bin: number, mass: number, y: number, c: number, volume: number) => void
): void {
  const bins = [shares.length - 1, cosines.length - 1];
  for (let i = 0; i + 1 < masses.length; ++i) {
    for (const [u, wu] of GAUSS) {
      const mass = masses[i] + (masses[i + 1] - masses[i]) * u * u;
      const dLog = (2 * (2 * u * (masses[i + 1] - masses[i]) * wu)) / mass;
      const edge = Math.log(beamEnergy / mass);
      forPoints(shares, (j, v, dv) => {
        forPoints(cosines, (k, c, dc) => {
          visit((i * bins[0] + j) * bins[1] + k, mass, v * edge, c, dLog * edge * dv * dc);
        });
      });
    }
  }
}

function densityOf(
  { process, beamEnergy, poleMass, m1, m2 }: FixedProduction,
  partons: PartonDistributions
): (mass: number, y: number, c: number) => [gg: number, qq: number] {
  const amplitudes = AMPLITUDES[process];
  const [one, two] = [new Float64Array(11), new Float64Array(11)];
  return (mass, y, c) => {
    const s = mass * mass;
    const momentum = Math.sqrt((s - (m1 + m2) ** 2) * (s - (m1 - m2) ** 2)) / (2 * mass);
    const beta = (2 * momentum) / mass;
    const scale = poleMass ** 2 + momentum ** 2 * (1 - c * c);
    partons.evaluate((mass / beamEnergy) * Math.exp(y), scale, one);
    partons.evaluate((mass / beamEnergy) * Math.exp(-y), scale, two);
    const quarks = [1, 2, 3, 4, 5].reduce(
      (sum, id) => sum + one[5 + id] * two[5 - id] + one[5 - id] * two[5 + id],
      0
    );
    // g_s⁴ = (4π α_s)²; 1 GeV⁻² = 0.3893793721e9 pb.
    const coupling = (4 * Math.PI * alphaS(scale)) ** 2 * 0.3893793721e9;
    const flat = 4 * (beta / s) * (amplitudes.strong ? coupling / (32 * Math.PI) : 1);
    return [
      flat * one[5] * two[5] * amplitudes.gluons(beta, c),
      flat * quarks * amplitudes.quarks(beta, c),
    ];
  };
}

/** Nodes and weights on [0, 1]: M. Abramowitz, I. A. Stegun, table 25.4, n = 4. */
const GAUSS = [
  [-0.861136311594053, 0.347854845137454],
  [-0.339981043584856, 0.652145154862546],
  [0.339981043584856, 0.652145154862546],
  [0.861136311594053, 0.347854845137454],
].map(([x, w]) => [(1 + x) / 2, w / 2] as const);

function forPoints(
  edges: readonly number[],
  visit: (bin: number, x: number, dx: number) => void
): void {
  for (let bin = 0; bin + 1 < edges.length; ++bin) {
    const width = edges[bin + 1] - edges[bin];
    for (const [u, w] of GAUSS) visit(bin, edges[bin] + width * u, width * w);
  }
}
