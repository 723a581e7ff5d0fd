import { describe, expect, it } from 'vitest';
import { describe as read, label, moved, placeAt, valueAt } from '../src/browser/readout.mjs';

type Axis = Parameters<typeof valueAt>[0];

const axis = (title: string, scale: Axis['scale'], low: number, high: number): Axis => ({
  title,
  scale,
  domain: [low, high],
});

const MASS = axis('m_B1, m_B2 [GeV]', 'linear', 700, 900);
const EVENTS = axis('Events', 'linear', 0, 40);
const LEFT = { x: 50, y: 20, width: 200, height: 100, horizontal: MASS, vertical: EVENTS };
const RIGHT = { ...LEFT, x: 300 };
const BELOW = { ...LEFT, y: 160 };

describe('valueAt', () => {
  it.each([
    ['linear', -10, 30, 0.25, 0],
    ['log', 0.01, 100, 0.75, 10],
    ['sqrt', 0, 100, 0.5, 25],
    // Vega's scale of roots goes through 0 with the sign of the value.
    ['sqrt', -4, 16, 0, -4],
    ['sqrt', -4, 16, 1 / 3, 0],
  ] as const)('inverts a scale: %s', (scale, low, high, fraction, value) => {
    expect(valueAt(axis('', scale, low, high), fraction)).toBeCloseTo(value, 12);
  });

  it('takes an axis that runs backwards', () => {
    expect(valueAt(axis('', 'linear', 10, 0), 0.1)).toBe(9);
  });
});

describe('label', () => {
  it('has as many places as one pixel tells apart', () => {
    expect(label(MASS, 0.5, 200)).toBe('m_B1, m_B2: 800 GeV');
    expect(label(MASS, 0.5, 500)).toBe('m_B1, m_B2: 800.0 GeV');
    expect(label(axis('τ', 'linear', 0, 0.01), 0.5, 200)).toBe('τ: 0.00500');
  });

  it('writes a minus, none before 0, and no name where the axis has none', () => {
    expect(label(axis('', 'linear', -10, 10), 0.25, 20)).toBe('\u22125');
    expect(label(axis('', 'linear', -10, 10), 0.4999, 20)).toBe('0');
  });

  it('keeps places that differ along an axis of logarithms', () => {
    const loss = axis('Loss', 'log', 0.001, 1000);
    expect(label(loss, 0, 600)).toBe('Loss: 0.00100');
    expect(label(loss, 1, 600)).toBe('Loss: 1000');
  });
});

describe('places', () => {
  it('are read on both axes, the vertical one from below', () => {
    expect(read({ panel: LEFT, x: 150, y: 95 })).toBe('m_B1, m_B2: 800 GeV; Events: 10.0');
  });

  it('are found in panels alone', () => {
    expect(placeAt([LEFT, RIGHT], 310, 50)?.panel).toBe(RIGHT);
    expect(placeAt([LEFT, RIGHT], 275, 50)).toBeUndefined();
  });

  it('move within a panel, stop at its edge, and go on in the next one', () => {
    const panels = [LEFT, RIGHT, BELOW];
    const inside = { panel: LEFT, x: 240, y: 50 };
    expect(moved(panels, inside, 1, 0)).toEqual({ ...inside, x: 241 });
    const edge = moved(panels, inside, 20, 0);
    expect(edge).toEqual({ ...inside, x: 250 });
    expect(moved(panels, edge, 1, 0)).toEqual({ panel: RIGHT, x: 300, y: 50 });
    expect(moved(panels, { panel: LEFT, x: 60, y: 120 }, 0, 1)).toMatchObject({ x: 60, y: 160 });
    const end = { panel: RIGHT, x: 500, y: 50 };
    expect(moved(panels, end, 1, 0)).toEqual(end);
  });
});
