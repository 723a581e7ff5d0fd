import { allocateColumn } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { runStage, writeInputs } from './support/stage-run.ts';
import { toyEvents, type Columns, type ToyEvents } from './support/toy.ts';

const EVENTS = 2000;
const TOY = { events: EVENTS, exchangeEvery: 5, chooseWrongEvery: 7, noise: 40 };
const isBackground = (i: number): boolean => i % 3 === 1;

/** The toy with every third event made nonsense and marked. */
function withBackground(): ToyEvents {
  const { contaminate, train, baseline } = toyEvents(TOY);
  const broken: Columns = { ...contaminate, background: allocateColumn('background', EVENTS) };
  for (let i = 0; i < EVENTS; ++i) {
    if (!isBackground(i)) continue;
    broken.background[i] = 1;
    for (const name of ['c1_E', 'c1_px', 'c1_pz', 'c2_E', 'c2_py']) broken[name][i] = 0;
    broken.a1_px[i] += 500;
  }
  return { contaminate: broken, train, baseline };
}

/** The toy without these events. */
function withoutThem(): ToyEvents {
  const without = (columns: Columns): Columns =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        column.filter((_, i) => !isBackground(i)),
      ])
    );
  const { contaminate, train, baseline } = toyEvents(TOY);
  return {
    contaminate: without(contaminate),
    train: without(train),
    baseline: without(baseline),
  };
}

async function evaluation(events: ToyEvents) {
  // Given ranges: those from the events would see the background in the masses.
  const ranges = { A: [0, 2000], B: [0, 2000], transverse: [-900, 900], longitudinal: [-900, 900] };
  const base = await writeInputs(events, {
    batchRows: { contaminate: 700, train: 300 },
  });
  return (await runStage(base, { split: 'all', ranges })).evaluation;
}

describe('evaluate with background', () => {
  it('compares antlers alone with the truth: as if the background were not there', async () => {
    const [mixed, pure] = [await evaluation(withBackground()), await evaluation(withoutThem())];
    expect(mixed.truth).toEqual(pure.truth);
    expect(mixed.exchangedEvents).toBe(pure.exchangedEvents);
  });

  it('counts it in all that needs no truth, as in real data', async () => {
    const [mixed, plain] = [await evaluation(withBackground()), await evaluation(toyEvents(TOY))];
    expect(mixed.events).toBe(EVENTS);
    expect(mixed.masses).toEqual(plain.masses);
    expect(mixed.baselines).toEqual(plain.baselines);
    expect(mixed.truth).not.toEqual(plain.truth);
  });
});
