import { describe, expect, it } from 'vitest';
import { mt2 } from '@deelema/mass-variables';
import { stream } from '@deelema/random';
import { mapEvent, mt2Of, randomEvent, type Mt2Event } from './support/particles.ts';

/** Masses and momenta in GeV. */
const PUBLISHED: { source: string; event: Mt2Event; expected: number; digits: number }[] = [
  {
    source: 'tpgillam/mt2 v1.3.1, tests/test_mt2.py, test_simple_example',
    event: {
      visible: [
        { m: 100, px: 410, py: 20 },
        { m: 150, px: -210, py: -300 },
      ],
      P: [-200, 280],
      mInvisible: [100, 100],
    },
    expected: 412.627668458219,
    digits: 11,
  },
  {
    source: 'arXiv:1411.4312, Fig. 5 (nearly massless legs)',
    event: {
      visible: [
        { m: 0, px: -42.017340486, py: -146.365340528 },
        { m: 0.087252259, px: -9.625614206, py: 145.757295514 },
      ],
      P: [-16.692279406, -14.730240471],
      mInvisible: [0, 0],
    },
    expected: 0.09719971,
    digits: 7,
  },
];

const EVENTS = Array.from({ length: 500 }, (_, i) => randomEvent(stream(1, 'mt2', i)));

/** Largest relative difference of M_T2 between the events and their images. */
function worstChange(image: (event: Mt2Event) => Mt2Event, factor = 1): number {
  const change = (event: Mt2Event): number => {
    const [before, after] = [mt2Of(event), mt2Of(image(event)) / factor];
    return after === before ? 0 : Math.abs(after / before - 1);
  };
  return Math.max(...EVENTS.map(change));
}

describe('mt2', () => {
  // As many decimals as the sources quote.
  it.each(PUBLISHED)('reproduces $source', ({ event, expected, digits }) => {
    expect(mt2Of(event)).toBeCloseTo(expected, digits);
  });

  it('does not change when the branches are exchanged (500 events, rounding)', () => {
    const exchanged = ({ visible, P, mInvisible }: Mt2Event): Mt2Event => ({
      visible: [visible[1], visible[0]],
      P,
      mInvisible: [mInvisible[1], mInvisible[0]],
    });
    expect(worstChange(exchanged)).toBeLessThan(1e-14);
  });

  it('does not change under rotations and reflections of the transverse plane (500 events)', () => {
    // The rotated momenta are rounded themselves; a badly placed event magnifies that some ten times.
    const [cos, sin] = [Math.cos(1), Math.sin(1)];
    const rotated = (e: Mt2Event): Mt2Event =>
      mapEvent(e, (x, y) => [cos * x - sin * y, sin * x + cos * y]);
    expect(worstChange(rotated)).toBeLessThan(1e-13);
    expect(worstChange((e) => mapEvent(e, (x, y) => [x, -y]))).toBeLessThan(1e-14);
    expect(worstChange((e) => mapEvent(e, (x, y) => [y, x]))).toBeLessThan(1e-13);
  });

  it.each([1e-200, 1e-6, 1e-3, 1e3, 1e6, 1e200])('scales with its arguments by %s', (factor) => {
    const scaled = (e: Mt2Event): Mt2Event =>
      mapEvent(
        e,
        (x, y) => [factor * x, factor * y],
        (m) => factor * m
      );
    expect(worstChange(scaled, factor)).toBeLessThan(1e-13);
  });

  it('is never below a threshold m + m_C, and grows with the trial masses', () => {
    for (const event of EVENTS) {
      const { visible, P, mInvisible } = event;
      const value = mt2Of(event);
      // One rounding of the sum, two of the scale.
      expect(value * (1 + 4 * Number.EPSILON)).toBeGreaterThanOrEqual(
        Math.max(visible[0].m + mInvisible[0], visible[1].m + mInvisible[1])
      );
      const heavier = mt2Of({ visible, P, mInvisible: [mInvisible[0] + 1, mInvisible[1] + 1] });
      expect(heavier).toBeGreaterThan(value);
    }
  });

  it('takes a second trial mass equal to the first if it is omitted', () => {
    expect(mt2(1, 20, 3, 4, -5, 60, 7, 8, 9)).toBe(mt2(1, 20, 3, 4, -5, 60, 7, 8, 9, 9));
  });

  it('takes a negative mass, spacelike by rounding, for 0', () => {
    expect(mt2(-1e-7, 20, 3, 4, -5, 60, 7, 8, -1, -2)).toBe(mt2(0, 20, 3, 4, -5, 60, 7, 8, 0, 0));
  });

  it('is NaN if any argument is NaN or infinite', () => {
    const args: readonly number[] = [1, 20, 3, 4, -5, 60, 7, 8, 9, 10];
    for (let i = 0; i < args.length; ++i) {
      for (const bad of [NaN, Infinity, -Infinity]) {
        const [m1, x1, y1, m2, x2, y2, Px, Py, k1, k2] = args.with(i, bad);
        expect(mt2(m1, x1, y1, m2, x2, y2, Px, Py, k1, k2)).toBeNaN();
      }
    }
  });
});
