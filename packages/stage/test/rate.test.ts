import { describe, expect, it } from 'vitest';
import { rateMeter } from '../src/rate.ts';

/** A meter, and a way to go on for some seconds at a speed, in steps of some milliseconds. */
function rig(done = 0) {
  const state = { time: 5000, done };
  const meter = rateMeter(state.time, done);
  const goOn = (seconds: number, perSecond: number, step = 100): void => {
    for (let i = 0; i < (1000 * seconds) / step; ++i) {
      state.time += step;
      state.done += (perSecond * step) / 1000;
      meter.record(state.time, state.done);
    }
  };
  return { state, meter, goOn };
}

// All speeds are whole numbers of items in each step, so that the rates are exact but for rounding.
describe('the rate', () => {
  it('is unknown in the first half second', () => {
    const { meter, goOn } = rig();
    goOn(0.4, 1000);
    expect(meter.perSecond()).toBeUndefined();
    goOn(0.1, 1000);
    expect(meter.perSecond()).toBeCloseTo(1000, 9);
  });

  it.each([5, 100, 1000, 10_000])('is that of a steady speed, in steps of %i ms', (step) => {
    const { meter, goOn } = rig();
    goOn(100, 200, step);
    expect(meter.perSecond()).toBeCloseTo(200, 9);
  });

  it('is that of now and not the mean, 21 s after a change of speed', () => {
    const { meter, goOn } = rig();
    goOn(600, 100);
    goOn(21, 1000);
    expect(meter.perSecond()).toBeCloseTo(1000, 9);
  });

  it('does not count what was done before it began', () => {
    const { meter, goOn } = rig(70_000_000);
    goOn(3, 1000);
    expect(meter.perSecond()).toBeCloseTo(1000, 9);
  });

  it('is that of before while it is unknown after a pause of an hour, and never in between', () => {
    const { state, meter, goOn } = rig();
    goOn(60, 1000);
    state.time += 3_600_000;
    goOn(0.3, 2000);
    expect(meter.perSecond()).toBeCloseTo(1000, 9);
    goOn(0.4, 2000);
    expect(meter.perSecond()).toBeCloseTo(2000, 9);
  });

  it('takes slow steps for work: one batch of 65 536 in 45 s', () => {
    const { meter, goOn } = rig();
    goOn(45, 65_536 / 45, 45_000);
    expect(meter.perSecond()).toBeCloseTo(65_536 / 45, 9);
    goOn(450, 65_536 / 45, 45_000);
    expect(meter.perSecond()).toBeCloseTo(65_536 / 45, 9);
  });

  it('takes a short wait for work: 1 s in which nothing was done after 4 s of 100 each', () => {
    const { state, meter, goOn } = rig();
    goOn(4, 100);
    state.time += 1000;
    meter.record(state.time, state.done);
    expect(meter.perSecond()).toBeCloseTo(80, 9);
  });
});
