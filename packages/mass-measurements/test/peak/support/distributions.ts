import type { RandomStream } from '@deelema/random';
import { Spectrum } from '../../../src/spectrum/spectrum.ts';

/** A distribution whose mode is known in closed form. */
export interface Distribution {
  readonly mode: number;
  readonly draw: (random: RandomStream) => number;
  /** Range of its spectrum. */
  readonly range: readonly [low: number, high: number];
}

/** Of an integer shape k: the sum of k exponentials, f ∝ x^{k−1} e^{−x}. */
const gamma = (k: number): Distribution => ({
  mode: k - 1,
  draw: ({ exponential }) => Array.from({ length: k }, exponential).reduce((sum, x) => sum + x, 0),
  range: [0, 8 * k],
});

/** exp of a Gaussian about 0: f ∝ exp(−ln²x/(2σ²))/x, highest at exp(−σ²). */
const logNormal = (sigma: number): Distribution => ({
  mode: Math.exp(-sigma * sigma),
  draw: ({ normal }) => Math.exp(sigma * normal()),
  range: [0, 6],
});

const gaussian: Distribution = {
  mode: 80,
  draw: ({ normal }) => 80 + 5 * normal(),
  range: [0, 160],
};

/** f ∝ 1/((x − 80)² + 1). */
const breitWigner: Distribution = {
  mode: 80,
  draw: ({ uniform }) => 80 + Math.tan(Math.PI * (uniform() - 0.5)),
  range: [0, 160],
};

/** A Gaussian about 0 that goes over into the power (x₀/x)³ at x = −1, with one slope; and nothing below −30. */
const crystalBall: Distribution = {
  mode: 0,
  draw: (random) => drawCrystalBall(random),
  range: [-30, 10],
};

const ALPHA = 1;
const POWER = 3;

/** ∫ of the core from −α on, and of the tail A (B − x)^{−n}, in units of √(2π). */
const CORE = 0.8413447460685429 * Math.sqrt(2 * Math.PI);
const TAIL = (POWER / ALPHA / (POWER - 1)) * Math.exp((-ALPHA * ALPHA) / 2);

function drawCrystalBall(random: RandomStream): number {
  if (random.uniform() < TAIL / (TAIL + CORE)) {
    // The tail is (1 + (−α − x) α/n)^{−n}.
    return -ALPHA - (POWER / ALPHA) * ((1 - random.uniform()) ** (-1 / (POWER - 1)) - 1);
  }
  for (;;) {
    const x = random.normal();
    if (x >= -ALPHA) return x;
  }
}

/** Seven in ten of a distribution, the others flat over its range. */
const overFlat = ({ mode, draw, range }: Distribution): Distribution => ({
  mode,
  draw: (random) =>
    random.uniform() < 0.7 ? draw(random) : range[0] + (range[1] - range[0]) * random.uniform(),
  range,
});

export const DISTRIBUTIONS = {
  Gaussian: gaussian,
  'Gamma (3)': gamma(3),
  'Gamma (6)': gamma(6),
  'log-normal': logNormal(0.4),
  'Breit–Wigner': breitWigner,
  'Crystal Ball': crystalBall,
  'Gaussian on a background': overFlat(gaussian),
} as const satisfies Record<string, Distribution>;

/** A spectrum of n events, each of the weight that `weight` draws. */
export function drawSpectrum(
  { draw, range: [low, high] }: Distribution,
  n: number,
  random: RandomStream,
  weight: () => number = () => 1
): Spectrum {
  const spectrum = new Spectrum(low, high, 16_384);
  for (let i = 0; i < n; ++i) spectrum.add(draw(random), weight());
  return spectrum;
}
