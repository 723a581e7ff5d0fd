import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { bruteForceMt2 } from './support/brute-force.ts';
import { mt2Of, randomEvent, type Mt2Event } from './support/particles.ts';

describe('mt2 against a minimisation of its definition', () => {
  it('agrees for 150 random events, with unequal masses and upstream momentum', () => {
    let above = 0;
    let below = 0;
    // Light particles take the minimum far out: in event 108 beyond 3 TeV.
    for (let i = 0; i < 150; ++i) {
      const event = randomEvent(stream(2, 'brute force', i));
      const difference = bruteForceMt2(event, 30_000) - mt2Of(event);
      above = Math.max(above, difference);
      below = Math.max(below, -difference);
    }
    // GeV. A minimisation can only stop above the minimum, here by what golden section leaves of k,
    // and below it by rounding: some ε of the hundreds of GeV around.
    expect(above).toBeLessThan(1e-9);
    expect(below).toBeLessThan(1e-12);
  });
});

/**
 * Events on which earlier versions of this search went wrong by up to 93 GeV: at first, a visible or invisible
 * mass of 1e-12 to 1e-8 of the momenta, next to a massless one. Expected values by bisection with 60 digits.
 */
const HARD: { args: number[]; expected: number }[] = [
  {
    args: [
      0, -40, -40, 3.4319262237987624e-10, -20, 40, -36.56798319178171, -36.567983191141366, 0, 0,
    ],
    expected: 3.431926223803804e-10,
  },
  {
    args: [
      0, -11.289664743306965, 8.180053106057944, 2.0443660091884703e-8, 205.28205175603654,
      117.39814221887153, -20.917191450978454, 15.155785472873843, 36.07581367082887,
      11.405269897918602,
    ],
    expected: 41.984966936450554,
  },
  {
    args: [
      2.057015004674542e-7, -105.94930237796238, -14.063411192400485, 0, 0.3692570958145086,
      0.0896272309914736, -85.14225716377703, -11.301542769625714, 3.212562574951272,
      91.49374919600886,
    ],
    expected: 91.49618570858968,
  },
  {
    args: [
      0, -3.372586202719513e-5, -0.0005139902009232351, 6.126954722275701e-6, -0.18333371604119045,
      0.21546169766448644, 0, 0, 89.7474288590373, 0,
    ],
    expected: 89.74742931766353,
  },
  // Collinear visibles flying apart, one massless: 25 and 93 GeV too much.
  {
    args: [
      49.433110281825066, 16.232354382229744, -34.42607787488775, 0, -22.640965825383773,
      48.017658702709205, -37.34327575231951, 170.56752418197615, 17.831053864210844,
      178.72247882187366,
    ],
    expected: 184.42526862110193477,
  },
  {
    args: [
      83.46136496402323, 178.86383124163507, -45.716218456253635, 0, -96.91555809447286,
      24.770870638855715, 128.91267069217392, -11.325249449657637, 9.549106052145362,
      132.64148593880236,
    ],
    expected: 151.697090534273642,
  },
  // Everything massless and P along a visible momentum but for rounding: 36 and 41 GeV instead of 0.
  {
    args: [
      0, -90.88598620106522, -65.15857986839887, 0, -30.310996509855826, 33.97224379409315,
      -25.59629563616466, -18.350664863277206, 0, 0,
    ],
    expected: 0,
  },
  {
    args: [
      0, 8.118179191076958, -21.406092593388152, 0, 108.80965135118468, 50.13815636495439,
      4.601633171169668, -12.133630389821054, 0, 0,
    ],
    expected: 0,
  },
];

describe('mt2 of events that once failed', () => {
  it.each(HARD)('is $expected', ({ args, expected }) => {
    const [m1, px1, py1, m2, px2, py2, Px, Py, mC1, mC2] = args;
    const event: Mt2Event = {
      visible: [
        { m: m1, px: px1, py: py1 },
        { m: m2, px: px2, py: py2 },
      ],
      P: [Px, Py],
      mInvisible: [mC1, mC2],
    };
    // M² is good to the rounding of the largest argument squared.
    const scale = Math.max(...args.map(Math.abs));
    expect(Math.abs(mt2Of(event) ** 2 - expected ** 2)).toBeLessThan(1e-14 * scale * scale);
  });
});
