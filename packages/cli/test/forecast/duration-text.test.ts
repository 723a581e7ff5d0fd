import { describe, expect, it } from 'vitest';
import { expectedText, tookText } from '../../src/forecast/duration-text.ts';

describe('times for people', () => {
  it.each([
    [0.04, '0.0 s'],
    [0.419, '0.4 s'],
    [61.3, '61 s'],
    [120, '2 min'],
    [440, '7 min 20 s'],
    [3600, '1 h'],
    [6600, '1 h 50 min'],
  ])('%d s were %s', (seconds, text) => {
    expect(tookText(seconds)).toBe(text);
  });

  it.each([
    [0.1, '1 s'],
    [8.6, '9 s'],
    [48, '50 s'],
    [89, '90 s'],
    [91, '2 min'],
    [250, '4 min'],
    [3570, '1 h'],
    [6580, '1 h 50 min'],
    [7190, '2 h'],
  ])('%d s will be about %s', (seconds, text) => {
    expect(expectedText(seconds)).toBe(text);
  });
});
