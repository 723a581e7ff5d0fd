import { describe, expect, it } from 'vitest';
import { deltaR } from '../src/delta-r.ts';

/** The momentum of a given pT, η and φ. */
function momentum(pt: number, eta: number, phi: number): [number, number, number] {
  return [pt * Math.cos(phi), pt * Math.sin(phi), pt * Math.sinh(eta)];
}

describe('deltaR', () => {
  it.each([
    ['in φ alone', [0.5, 1], [0.5, 1.3], 0.3],
    ['in η alone', [-1, 2], [2, 2], 3],
    ['in both, 3-4-5', [0, 0], [3, 1], Math.sqrt(10)],
    ['across φ = π, not the long way round', [0, 3], [0, -3], 2 * Math.PI - 6],
    ['back to back', [1, 0.2], [1, 0.2 + Math.PI], Math.PI],
  ])('is the distance it is made with: %s', (_, [eta1, phi1], [eta2, phi2], expected) => {
    const distance = deltaR(...momentum(30, eta1, phi1), ...momentum(70, eta2, phi2));
    // A few roundings of numbers of order 1.
    expect(distance).toBeCloseTo(expected, 12);
  });

  it('is the same the other way round, and after a boost along the beam', () => {
    const [one, two] = [momentum(20, 0.3, 0.1), momentum(50, -1.1, 2)];
    expect(deltaR(...two, ...one)).toBe(deltaR(...one, ...two));
    const boosted = deltaR(...momentum(20, 1.8, 0.1), ...momentum(50, 0.4, 2));
    expect(boosted).toBeCloseTo(deltaR(...one, ...two), 12);
  });

  it('is infinite along the beam, and nothing for two there or for no momentum', () => {
    const beam: [number, number, number] = [0, 0, 5];
    expect(deltaR(...beam, ...momentum(20, 1, 1))).toBe(Infinity);
    expect(deltaR(...beam, 0, 0, 7)).toBeNaN();
    expect(deltaR(0, 0, 0, ...momentum(20, 1, 1))).toBeNaN();
  });
});
