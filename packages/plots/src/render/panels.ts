import type { Axis, GroupMark, Spec, View } from 'vega';
import { plainText } from '../text/plain-text.ts';

const SCALES = ['linear', 'sqrt', 'log'] as const;

/** An axis of a panel. */
export interface PanelAxis {
  /** As it stands beside the axis, without markup; empty where there is none. */
  title: string;
  scale: (typeof SCALES)[number];
  /** Values at the left or lower end and at the right or upper end. */
  domain: [number, number];
}

/** A plotting area with two axes of numbers; px of the SVG, from its upper left corner. */
export interface Panel {
  x: number;
  y: number;
  width: number;
  height: number;
  horizontal: PanelAxis;
  vertical: PanelAxis;
}

/** What Vega drew of a group, as far as places go. */
interface DrawnGroup {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly items: readonly { readonly name?: string; readonly items: readonly DrawnGroup[] }[];
}

/** What a scale of Vega tells of itself. */
interface Scale {
  readonly type: string;
  domain(): unknown[];
}

/**
 * The plotting areas of a drawing in which values can be read off: those with two axes of numbers.
 *
 * @param spec What was drawn.
 * @param view Vega's view after it drew.
 */
export function panelsOf(spec: Spec, view: View): Panel[] {
  const { root } = view.scenegraph() as unknown as {
    readonly root: { readonly items: readonly DrawnGroup[] };
  };
  const [left, top] = view.origin();
  const padding = view.padding();
  const edges = typeof padding === 'number' ? { left: padding, top: padding } : padding;
  const corner = { x: left + (edges.left ?? 0), y: top + (edges.top ?? 0) };
  return root.items.flatMap((group) => panelsIn(spec, group, corner, view));
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function panelsIn(
  spec: Pick<Spec, 'axes' | 'marks'>,
  group: DrawnGroup,
  outer: Place,
  view: View
): Panel[] {
  const place = { x: outer.x + (group.x ?? 0), y: outer.y + (group.y ?? 0) };
  const own = panelOf(spec.axes ?? [], group, place, view);
  const groups = (spec.marks ?? []).filter((mark): mark is GroupMark => mark.type === 'group');
  const inner = groups.flatMap((mark) => {
    const drawn = group.items.find(({ name }) => name !== undefined && name === mark.name);
    return (drawn?.items ?? []).flatMap((item) => panelsIn(mark, item, place, view));
  });
  return own === null ? inner : [own, ...inner];
}

function panelOf(
  axes: readonly Axis[],
  { width = 0, height = 0 }: DrawnGroup,
  { x, y }: Place,
  view: View
): Panel | null {
  const horizontal = axisOf(axes, ['bottom', 'top'], view);
  const vertical = axisOf(axes, ['left', 'right'], view);
  if (horizontal === null || vertical === null) return null;
  return { x, y, width, height, horizontal, vertical };
}

/** The axis on one of two sides; null if it has no numbers. */
function axisOf(axes: readonly Axis[], sides: readonly string[], view: View): PanelAxis | null {
  const found = axes.filter(
    ({ orient, grid }) => typeof orient === 'string' && sides.includes(orient) && grid !== true
  );
  if (found.length === 0) return null;
  const scale = view.scale(found[0].scale) as Scale;
  const type = SCALES.find((name) => name === scale.type);
  const [low, high] = scale.domain();
  if (type === undefined || typeof low !== 'number' || typeof high !== 'number') return null;
  const title = found[0].title;
  return {
    title: typeof title === 'string' ? plainText(title) : '',
    scale: type,
    domain: [low, high],
  };
}
