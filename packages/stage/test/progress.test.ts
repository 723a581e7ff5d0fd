import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProgress } from '../src/progress.ts';
import type { ProgressStream } from '../src/progress-display.ts';
import { Screen } from './support/screen.ts';

/** Progress with a clock that a test moves; `goOn` counts once a tenth of a second. */
function rig(stream: ProgressStream) {
  const state = { time: 0 };
  const progress = createProgress('toy:train', { stream, now: () => state.time });
  const goOn = (seconds: number, perSecond: number, note?: string): void => {
    for (let i = 0; i < 10 * seconds; ++i) {
      state.time += 100;
      progress.add(perSecond / 10, note);
    }
  };
  return { state, progress, goOn };
}

/** What a training says of itself. */
const NOTE = 'epoch 3/100, loss 210.42, m̃_A 912.0, m̃_B 803.1';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('on a terminal', () => {
  function terminal(columns: number, term = 'xterm') {
    vi.stubEnv('TERM', term);
    const screen = new Screen(columns);
    return { screen, ...rig(screen) };
  }

  it('rewrites one line with count, rate, time left and note', () => {
    const { screen, progress, goOn } = terminal(120);
    progress.start('events', 70_000);
    expect(screen.rows).toEqual(['[toy:train] 0 of 70 000 events']);
    goOn(2, 16_000, NOTE);
    expect(screen.rows).toEqual([
      `[toy:train] 32 000 of 70 000 events, 16 000 /s, 2 s left · ${NOTE}`,
    ]);
  });

  it.each([
    [90, `[toy:train] 45 % of events, 16 000 /s, 2 s left · epoch 3/100, m̃_A 912.0, m̃_B 803.1`],
    [78, `45 % of events, 16 000 /s, 2 s left · epoch 3/100, m̃_A 912.0, m̃_B 803.1`],
    [72, `45 %, 16 000 /s, 2 s left · epoch 3/100, m̃_A 912.0, m̃_B 803.1`],
    [60, `45 %, 16 000 /s, 2 s left · epoch 3/100, m̃_A 912.0, m̃_B …`],
  ])('says it shorter in %i columns', (columns, expected) => {
    const { screen, progress, goOn } = terminal(columns);
    progress.start('events', 70_000);
    goOn(2, 16_000, NOTE.replace(' loss 210.42,', ''));
    expect(screen.rows).toEqual([expected]);
  });

  it('leaves room for ^C in its row, whatever the width, also while it is changed', () => {
    const { screen, progress, goOn } = terminal(120);
    progress.start('events', 1e6);
    for (screen.columns = 120; screen.columns > 3; --screen.columns) {
      goOn(0.2, 1000, NOTE);
      expect(screen.rows).toHaveLength(1);
      expect(screen.rows[0].replace(/\p{M}/gu, '').length).toBeLessThan(screen.columns - 2);
    }
  });

  it('takes 80 columns for granted where a terminal does not tell', () => {
    const { screen, progress, goOn } = terminal(0);
    progress.start('events', 70_000);
    goOn(2, 16_000, NOTE);
    expect(screen.rows).toEqual([`45 %, 16 000 /s, 2 s left · ${NOTE}`]);
  });

  it('is rewritten at most five times a second', () => {
    const { screen, progress, goOn } = terminal(120);
    progress.start('events', 1e6);
    goOn(10, 1000);
    expect(screen.writes).toBe(51);
  });

  it('ends the line when all is done', () => {
    const { screen, progress, goOn } = terminal(120);
    progress.start('events', 70_000);
    goOn(4, 17_500, NOTE);
    progress.add(0);
    expect(screen.rows).toEqual([`[toy:train] 70 000 of 70 000 events in 4 s · ${NOTE}`, '']);
  });

  it('keeps the line below one that is logged', () => {
    const { screen, progress, goOn } = terminal(120);
    progress.start('events', 70_000);
    goOn(2, 16_000);
    progress.log('a checkpoint was saved');
    expect(screen.rows).toEqual([
      '[toy:train] a checkpoint was saved',
      '[toy:train] 32 000 of 70 000 events, 16 000 /s, 2 s left',
    ]);
  });

  it('leaves a whole line with the last state when it is closed in the middle', () => {
    const { state, screen, progress, goOn } = terminal(120);
    progress.start('events', 70_000);
    goOn(2, 16_000);
    state.time += 100;
    progress.add(1600);
    screen.write('^C');
    progress.close();
    progress.close();
    screen.write('The disk is full.');
    expect(screen.rows).toEqual([
      '[toy:train] 33 600 of 70 000 events, 16 000 /s, 2 s left',
      'The disk is full.',
    ]);
  });

  it('writes nothing when it is closed before anything was counted', () => {
    const { screen, progress } = terminal(120);
    progress.close();
    expect(screen.writes).toBe(0);
  });

  it('leaves the line of a count without total when the next begins', () => {
    const { screen, progress, goOn } = terminal(120);
    progress.start('steps');
    goOn(3, 20);
    progress.start('events written', 10);
    expect(screen.rows).toEqual([
      '[toy:train] 60 steps, 20 /s',
      '[toy:train] 0 of 10 events written',
    ]);
  });

  it('gets plain lines without control codes if it is dumb', () => {
    const { screen, progress, goOn } = terminal(200, 'dumb');
    const written = vi.spyOn(screen, 'write');
    progress.start('events', 100);
    goOn(2, 20, NOTE);
    progress.close();
    expect(written.mock.calls).toEqual([
      [`[toy:train] 20 of 100 events, 20 /s, 4 s left · ${NOTE}\n`],
      [`[toy:train] 40 of 100 events, 20 /s, 3 s left · ${NOTE}\n`],
    ]);
  });
});

describe('the time left', () => {
  /** The time left in the last line. */
  function timeLeft(text: string): string | undefined {
    return /.*, (.+) left/s.exec(text)?.[1];
  }

  function plain() {
    const stream = new PassThrough({ encoding: 'utf8' });
    return { ...rig(stream), read: () => String(stream.read() ?? '') };
  }

  it.each([
    [590, '59 s'],
    [2000, '3 min 20 s'],
    [39_000, '1 h 05 min'],
  ])('of %i items at 10 per second is %s', (items, expected) => {
    const { progress, goOn, read } = plain();
    progress.start('events', items + 10);
    goOn(1, 10);
    expect(timeLeft(read())).toBe(expected);
  });

  it('counts what the stage does after this count: (50 + 300) items at 50 per second', () => {
    const { progress, goOn, read } = plain();
    progress.start('events checked', 100, { later: 300 });
    goOn(1, 50);
    expect(timeLeft(read())).toBe('7 s');
  });

  it('begins anew with the next count, at its own rate', () => {
    const { progress, goOn, read } = plain();
    progress.start('events checked', 100);
    goOn(10, 10);
    progress.start('events written', 100);
    goOn(1, 20);
    expect(read().trim().split('\n').slice(-2)).toEqual([
      '[toy:train] 100 of 100 events checked in 10 s',
      '[toy:train] 20 of 100 events written, 20 /s, 4 s left',
    ]);
  });

  it('of a run that goes on with another is at the rate of this one', () => {
    const { progress, goOn, read } = plain();
    progress.start('events', 1_000_000, { done: 900_000 });
    goOn(1, 1000);
    expect(read()).toBe('[toy:train] 901 000 of 1 000 000 events, 1 000 /s, 1 min 39 s left\n');
  });

  it('is not said where nothing is done any more', () => {
    const { progress, goOn, read } = plain();
    progress.start('figures', 4);
    goOn(10, 0);
    expect(read()).toBe('[toy:train] 0 of 4 figures, 0 /s\n');
  });
});

describe('elsewhere', () => {
  /** The seconds at which lines come in a run of some length. */
  function lineTimes(seconds: number): number[] {
    const stream = new PassThrough({ encoding: 'utf8' });
    const { state, progress } = rig(stream);
    const times: number[] = [];
    progress.start('events', seconds * 10);
    for (let i = 1; i <= seconds * 10; ++i) {
      state.time = 100 * i;
      progress.add(1);
      if (stream.read() !== null) times.push(state.time / 1000);
    }
    return times;
  }

  it.each([
    ['under a second: the last', 0.9, [0.9]],
    ['under ten seconds: every second', 3, [1, 2, 3]],
    ['under 100 s: every tenth', 40, [1, 5, 9, 13, 17, 21, 25, 29, 33, 37, 40]],
  ])('lines in a run of %s', (_, seconds, expected) => {
    expect(lineTimes(seconds)).toEqual(expected);
  });

  it('comes a line every ten seconds in a run of an hour', () => {
    const expected = Array.from({ length: 360 }, (_, i) => 1 + 10 * i);
    expect(lineTimes(3600)).toEqual([...expected, 3600]);
  });

  it('prints what is logged at once', () => {
    const stream = new PassThrough({ encoding: 'utf8' });
    rig(stream).progress.log('wasm 4.22.0');
    expect(stream.read()).toBe('[toy:train] wasm 4.22.0\n');
  });
});
