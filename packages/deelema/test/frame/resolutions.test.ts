import { relativeResolution, type ResolutionTable } from '@deelema/kinematics';
import { describe, expect, it } from 'vitest';
import { toCanonicalFrame, type FrameSettings } from '../../src/frame/canonical-frame.ts';
import { FRAME, FRAME_LENGTH } from '../../src/frame/event-frame.ts';
import { ANTLER } from '../../src/topology/topology.ts';
import { events, N } from './events.ts';

const { visible, ptmiss } = events();
const EXCHANGED_AT = FRAME.exchanged;

/** Points of the jet resolution of a detector, and a worse one. */
const GOOD: ResolutionTable = { pt: [10, 100, 1000], resolution: [0.4, 0.1, 0.05] };
const POOR: ResolutionTable = { pt: [10, 100, 1000], resolution: [0.8, 0.3, 0.2] };

function columns(resolution: FrameSettings['resolution'], ptmissResolution?: number) {
  const settings = { topology: ANTLER, unit: 50, resolution, ptmissResolution };
  const { rows, layout, frames } = toCanonicalFrame(visible, ptmiss, settings, Float64Array);
  return {
    layout,
    exchanged: Array.from({ length: N }, (_, i) => frames[i * FRAME_LENGTH + EXCHANGED_AT] === 1),
    at: (i: number, pairing: number, column: number) =>
      rows[(2 * i + pairing) * layout.width + column],
  };
}

/** What a table says of a particle in the laboratory. */
function expected(table: ResolutionTable, role: keyof typeof visible, i: number): number {
  const { px, py } = visible[role];
  return relativeResolution(table, Math.hypot(px[i], py[i]));
}

describe('resolutions in the canonical frame', () => {
  it('are those of the particles that stand in the row, by pairing', () => {
    const { layout, exchanged, at } = columns({ b1: GOOD, b2: GOOD });
    for (let i = 0; i < N; ++i) {
      for (const pairing of [0, 1]) {
        const same = (pairing === 1) === exchanged[i];
        const first = same ? 'b1' : 'b2';
        expect(at(i, pairing, layout.resolutions[0])).toBe(expected(GOOD, first, i));
      }
    }
    expect(layout.resolutions).toHaveLength(2);
  });

  it('go with their particle where branches are exchanged', () => {
    const { layout, exchanged, at } = columns({ a1: GOOD, a2: POOR });
    for (let i = 0; i < N; ++i) {
      const good = layout.resolutions[exchanged[i] ? 1 : 0];
      expect(at(i, 0, good)).toBe(expected(GOOD, 'a1', i));
    }
    expect(new Set(exchanged).size).toBe(2);
  });

  it('keep the branches where one only has a resolution', () => {
    const { layout, exchanged, at } = columns({ a1: GOOD });
    expect(new Set(exchanged)).toEqual(new Set([false]));
    expect(at(3, 1, layout.resolutions[0])).toBe(expected(GOOD, 'a1', 3));
  });

  it('give that of pTmiss in units of the rows', () => {
    const { layout, at } = columns({}, 25);
    expect(at(5, 1, layout.ptmissResolution ?? NaN)).toBe(0.5);
  });
});
