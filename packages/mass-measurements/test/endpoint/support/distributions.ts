import type { RandomStream } from '@deelema/random';
import { Spectrum } from '../../../src/spectrum/spectrum.ts';

/** A distribution with its endpoint at 1. */
export interface Distribution {
  readonly draw: (random: RandomStream) => number;
  /** σ of the Gaussian that smears it. */
  readonly resolution: number;
}

const triangle = ({ uniform }: RandomStream) => 1 - Math.sqrt(uniform());
const box = ({ uniform }: RandomStream) => uniform();
const rising = ({ uniform }: RandomStream) => Math.sqrt(uniform());
const root = ({ uniform }: RandomStream) => 1 - uniform() ** (2 / 3);

/** Seven in ten of it, the others flat up to the end of the spectrum. */
const overFlat = (draw: Distribution['draw']) => (random: RandomStream) =>
  random.uniform() < 0.7 ? draw(random) : END * random.uniform();

const smeared = (draw: Distribution['draw'], sigma: number) => (random: RandomStream) =>
  draw(random) + sigma * random.normal();

/** Where the spectra end. */
const END = 1.6;

/** Closed forms: f(x) = 2(1 − x), 1, 2x and 3√(1 − x)/2 on [0, 1], alone, on a flat background, and smeared. */
export const DISTRIBUTIONS = {
  triangle: { draw: triangle, resolution: 0 },
  box: { draw: box, resolution: 0 },
  'rising line': { draw: rising, resolution: 0 },
  root: { draw: root, resolution: 0 },
  'triangle on a background': { draw: overFlat(triangle), resolution: 0 },
  'box on a background': { draw: overFlat(box), resolution: 0 },
  'root on a background': { draw: overFlat(root), resolution: 0 },
  'smeared triangle': { draw: smeared(triangle, 0.06), resolution: 0.06 },
  'smeared box': { draw: smeared(box, 0.03), resolution: 0.03 },
} as const satisfies Record<string, Distribution>;

/** A spectrum of n events, each of the weight that `weight` draws. */
export function drawSpectrum(
  { draw }: Distribution,
  n: number,
  random: RandomStream,
  weight: () => number = () => 1
): Spectrum {
  const spectrum = new Spectrum(0, END);
  for (let i = 0; i < n; ++i) spectrum.add(draw(random), weight());
  return spectrum;
}
