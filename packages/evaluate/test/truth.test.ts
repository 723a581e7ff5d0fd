import { describe, expect, it } from 'vitest';
import { momentumPairs } from '../src/momentum-pairs.ts';
import { wrongPairing } from '../src/selection.ts';
import { trueMasses } from '../src/true-masses.ts';
import { smeared, toyEvents, TOY } from './support/toy.ts';
import type { Columns } from './support/toy.ts';

const batch = (columns: Columns) => ({ length: columns.event.length, columns });

describe('trueMasses', () => {
  it('gives the generated masses in every event, exchanged or not', () => {
    const { contaminate } = toyEvents({ events: 200, exchangeEvery: 3, noise: 0 });
    const masses = trueMasses(batch(contaminate));
    // E² − p² of momenta up to some TeV rounds at 1e-16 · E²/m, far below 1e-9 relative.
    for (const family of ['A', 'B'] as const) {
      for (const column of masses[family]) {
        expect(Math.max(...column)).toBeLessThan(TOY[family] * (1 + 1e-9));
        expect(Math.min(...column)).toBeGreaterThan(TOY[family] * (1 - 1e-9));
      }
    }
  });

  it('would not, if the b of an exchanged event were left where it is', () => {
    const { contaminate } = toyEvents({ events: 200, exchangeEvery: 1, noise: 0 });
    const unmarked = { ...contaminate, exchanged: new Uint8Array(200) };
    const [first] = trueMasses(batch(unmarked)).B;
    expect(first.every((mass) => Math.abs(mass - TOY.B) > 1e-6)).toBe(true);
  });
});

describe('trueMasses of smeared events', () => {
  it.each([[['a1', 'a2']], [['b1']], [['b2', 'a1']], [['a1', 'a2', 'b1', 'b2']]])(
    'takes the momenta before smearing of %j, which nobody exchanged',
    (roles) => {
      const { contaminate } = toyEvents({ events: 200, exchangeEvery: 3, noise: 0 });
      const masses = trueMasses(batch(smeared(contaminate, roles)));
      for (const family of ['A', 'B'] as const) {
        for (const column of masses[family]) {
          // As above: only rounding.
          expect(Math.max(...column)).toBeLessThan(TOY[family] * (1 + 1e-9));
          expect(Math.min(...column)).toBeGreaterThan(TOY[family] * (1 - 1e-9));
        }
      }
    }
  );

  it('would be off with the measured momenta', () => {
    const { contaminate } = toyEvents({ events: 200, exchangeEvery: 3, noise: 0 });
    const all = Object.entries(smeared(contaminate, ['a1']));
    const measured = Object.fromEntries(all.filter(([name]) => !name.startsWith('true_')));
    const [first] = trueMasses(batch(measured)).A;
    expect(Math.max(...first.map((mass) => Math.abs(mass - TOY.A)))).toBeGreaterThan(10);
  });
});

describe('momentumPairs', () => {
  it('matches the prediction with the partner of b', () => {
    const { contaminate, train } = toyEvents({ events: 40, exchangeEvery: 2, noise: 0 });
    const wrong = wrongPairing(contaminate.exchanged);
    for (const { predicted, truth } of momentumPairs(batch(contaminate), batch(train), wrong)) {
      expect(truth).toEqual(predicted);
    }
  });

  it('takes the component it names', () => {
    const { contaminate, train } = toyEvents({ events: 4, exchangeEvery: 2, noise: 5 });
    const wrong = wrongPairing(contaminate.exchanged);
    const pairs = momentumPairs(batch(contaminate), batch(train), wrong);
    expect(pairs.map(({ component }) => component)).toEqual([
      'q1x',
      'q1y',
      'q1z',
      'q2x',
      'q2y',
      'q2z',
    ]);
    const { predicted, truth } = pairs[5];
    expect(predicted).toEqual(train.k2_pz);
    // Events 0 and 2 are exchanged.
    const { c1_pz, c2_pz } = contaminate;
    expect([...truth]).toEqual([c1_pz[0], c2_pz[1], c1_pz[2], c2_pz[3]]);
  });
});
