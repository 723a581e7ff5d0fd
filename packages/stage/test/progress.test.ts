import { describe, expect, it } from 'vitest';
import { createProgress } from '../src/progress.ts';

/** A stream that remembers, and a clock that a test moves. */
function rig(isTTY: boolean) {
  const state = { text: '', time: 0 };
  const stream = { isTTY, write: (text: string) => Boolean((state.text += text)) };
  const progress = createProgress('toy:train', { stream, now: () => state.time });
  return { state, progress };
}

describe('on a terminal', () => {
  it('rewrites one line with count, rate, time left and note', () => {
    const { state, progress } = rig(true);
    progress.start('events', 70_000);
    state.time = 2000;
    progress.add(32_000, 'm_A 994.1');
    expect(state.text).toBe(
      '\r\u001b[K[toy:train] 32 000 of 70 000 events, 16 000 /s, 2 s left · m_A 994.1'
    );
  });

  it('ends the line when all is done', () => {
    const { state, progress } = rig(true);
    progress.start('events', 10);
    progress.add(10);
    expect(state.text).toBe('\r\u001b[K[toy:train] 10 of 10 events\n');
  });
});

describe('elsewhere', () => {
  it('prints a plain line every ten seconds', () => {
    const { state, progress } = rig(false);
    progress.start('steps');
    for (state.time = 1000; state.time <= 20_000; state.time += 1000) progress.add(1);
    expect(state.text).toBe('[toy:train] 10 steps, 1 /s\n[toy:train] 20 steps, 1 /s\n');
  });

  it('prints what is logged at once', () => {
    const { state, progress } = rig(false);
    progress.log('wasm 4.22.0');
    expect(state.text).toBe('[toy:train] wasm 4.22.0\n');
  });

  it.each([
    [59, '59 s'],
    [200, '3 min 20 s'],
    [3900, '1 h 05 min'],
  ])('says %i s as %s', (seconds, expected) => {
    const { state, progress } = rig(false);
    progress.start('events', seconds + 20);
    state.time = 20_000;
    progress.add(20);
    expect(state.text).toContain(`, ${expected} left`);
  });
});
