import { COLOURS } from '@deelema/plots';
import { listed } from './caption.ts';

interface Measured {
  readonly value: number | null;
  readonly error: number | null;
}

/** The masses that one method finds. */
export interface MassPoint {
  /** Legend entry. */
  readonly method: string;
  readonly mA: Measured;
  readonly mB: Measured;
  readonly style: keyof typeof STYLES;
}

/** Symbol, colour and size, px²: what is drawn first is large enough to be seen around the others. */
const STYLES = {
  cross: [COLOURS.vermilion, 420, 'red'],
  circle: [COLOURS.orange, 75, 'orange'],
  square: [COLOURS.green, 75, 'green'],
  diamond: [COLOURS.purple, 75, 'purple'],
} as const;

/** Range of m_B along x and m_A along y, GeV. */
interface Domains {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** @returns The points that are measured and in range. */
export function pointsInside(points: readonly MassPoint[], domains: Domains): MassPoint[] {
  const inside = (value: number | null, [low, high]: readonly [number, number]) =>
    value !== null && value >= low && value <= high;
  return points.filter(({ mA, mB }) => inside(mB.value, domains.x) && inside(mA.value, domains.y));
}

/** @returns What the symbols are, as a sentence; nothing where there are none. */
export function pointsSentence(points: readonly MassPoint[]): string {
  const symbols = points.map(({ method, style }) => `${method} (${STYLES[style][2]} ${style})`);
  return symbols.length === 0 ? '' : ` Marked: ${listed(symbols)}; bars: one standard error.`;
}

/**
 * Points with error bars in the plane of m_B and m_A.
 *
 * @param points The points, in the order of the legend.
 */
export function pointLayers(points: readonly MassPoint[]) {
  const shown = points.flatMap(({ method, mA, mB, style }) => {
    const [x, y] = [mB.value, mA.value];
    if (x === null || y === null) return [];
    const [dx, dy] = [mB.error ?? 0, mA.error ?? 0];
    const [, size] = STYLES[style];
    return [{ method, style, size, x, y, left: x - dx, right: x + dx, down: y - dy, up: y + dy }];
  });
  const x = { field: 'x', type: 'quantitative' } as const;
  const y = { field: 'y', type: 'quantitative' } as const;
  const data = { values: shown };
  const bar = { type: 'rule', color: '#000000', strokeWidth: 1.2, clip: true } as const;
  const domain = shown.map(({ method }) => method);
  const legend = { title: null, orient: 'top', direction: 'horizontal', symbolSize: 90 } as const;
  const scaled = (range: string[]) =>
    ({ field: 'method', type: 'nominal', sort: null, scale: { domain, range }, legend }) as const;
  return [
    { data, mark: bar, encoding: { x: { ...x, field: 'left' }, x2: { field: 'right' }, y } },
    { data, mark: bar, encoding: { x, y: { ...y, field: 'down' }, y2: { field: 'up' } } },
    {
      data,
      mark: {
        type: 'point',
        filled: true,
        opacity: 1,
        stroke: '#000000',
        strokeWidth: 0.8,
      },
      encoding: {
        x,
        y,
        shape: scaled(shown.map(({ style }) => style)),
        fill: scaled(shown.map(({ style }) => STYLES[style][0])),
        size: { field: 'size', type: 'quantitative', scale: null, legend: null },
      },
    },
  ] as const;
}
