// @ts-check
/// <reference lib="dom" />

/**
 * @typedef {{ title: string, scale: 'linear' | 'sqrt' | 'log', domain: readonly [number, number] }} Axis
 * @typedef {{ x: number, y: number, width: number, height: number, horizontal: Axis, vertical: Axis }} Panel
 * @typedef {{ panel: Panel, x: number, y: number }} Place A panel, and a point in it in pixels of the drawing.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** Each scale and its inverse. */
const SCALES = {
  linear: [(/** @type {number} */ v) => v, (/** @type {number} */ v) => v],
  sqrt: [
    (/** @type {number} */ v) => Math.sign(v) * Math.sqrt(Math.abs(v)),
    (/** @type {number} */ v) => v * Math.abs(v),
  ],
  log: [Math.log, Math.exp],
};

/** Directions of the arrow keys, pixels of the drawing. */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The value at a fraction of the length of an axis.
 *
 * @param {Axis} axis
 * @param {number} fraction 0 at the left or lower end, 1 at the other.
 */
export function valueAt({ scale, domain }, fraction) {
  const [forward, back] = SCALES[scale];
  const [from, to] = domain.map(forward);
  return back(from + fraction * (to - from));
}

/**
 * A value of an axis as text, with as many places as one pixel tells apart: `m_B1: 801.3 GeV`.
 *
 * @param {Axis} axis
 * @param {number} fraction As of `valueAt`.
 * @param {number} pixels Length of the axis.
 */
export function label(axis, fraction, pixels) {
  const value = valueAt(axis, fraction);
  const step = Math.abs(
    valueAt(axis, fraction + 1 / pixels) - valueAt(axis, fraction - 1 / pixels)
  );
  const places = Math.min(12, Math.max(0, Math.ceil(-Math.log10(step / 2))));
  const [, name, unit] = /^(.*?)(?:\s*\[([^\]]*)\])?$/.exec(axis.title) ?? ['', axis.title, ''];
  const digits = value
    .toFixed(places)
    .replace(/^-(?=[0.]*$)/, '')
    .replace('-', '\u2212');
  return `${name}${name ? ': ' : ''}${digits}${unit ? ` ${unit}` : ''}`;
}

/**
 * Both values at a place.
 *
 * @param {Place} place
 */
export function describe({ panel, x, y }) {
  const { width, height, horizontal, vertical } = panel;
  const across = label(horizontal, (x - panel.x) / width, width);
  return `${across}; ${label(vertical, (panel.y + height - y) / height, height)}`;
}

/**
 * The place at a point of the drawing; undefined beside the panels.
 *
 * @param {readonly Panel[]} panels @param {number} x @param {number} y
 * @returns {Place | undefined}
 */
export function placeAt(panels, x, y) {
  const inside = (/** @type {Panel} */ p) =>
    x >= p.x && x <= p.x + p.width && y >= p.y && y <= p.y + p.height;
  const panel = panels.find(inside);
  return panel && { panel, x, y };
}

/**
 * The place some pixels further; from the edge of a panel to the next panel in that direction, if there is one.
 *
 * @param {readonly Panel[]} panels @param {Place} place @param {number} dx @param {number} dy
 * @returns {Place}
 */
export function moved(panels, { panel, x, y }, dx, dy) {
  const within = (/** @type {Panel} */ p, /** @type {number} */ u, /** @type {number} */ v) => ({
    panel: p,
    x: Math.min(p.x + p.width, Math.max(p.x, u)),
    y: Math.min(p.y + p.height, Math.max(p.y, v)),
  });
  const next = within(panel, x + dx, y + dy);
  if (next.x !== x || next.y !== y) return next;
  const ahead = panels
    .map((other) => within(other, x, y))
    .filter((at) => at.panel !== panel && (at.x - x) * dx + (at.y - y) * dy > 0)
    .sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y));
  return ahead[0] ?? next;
}

/**
 * Lets values be read off one figure.
 *
 * @param {HTMLElement} figure With its panels in `data-panels`.
 */
function readOff(figure) {
  const view = /** @type {HTMLElement} */ (figure.querySelector('.drawing'));
  const svg = /** @type {SVGSVGElement} */ (view.querySelector('svg'));
  const output = /** @type {HTMLOutputElement} */ (figure.querySelector('output'));
  const hint = 'Point at the figure, or focus it and use the arrow keys, to read off values.';
  const panels = /** @type {Panel[]} */ (JSON.parse(figure.dataset.panels ?? '[]'));
  const cross = svg.appendChild(document.createElementNS(SVG, 'path'));
  cross.setAttribute('class', 'crosshair');
  /** @type {Place | undefined} */
  let place;

  /** @param {Place | undefined} to @param {'polite' | 'off'} live Whether screen readers say it. */
  function show(to, live) {
    place = to;
    output.setAttribute('aria-live', live);
    output.textContent = to ? describe(to) : hint;
    const { x = 0, y = 0, width = 0, height = 0 } = to?.panel ?? {};
    cross.setAttribute('d', to ? `M${to.x},${y}v${height}M${x},${to.y}h${width}` : '');
  }

  /** @param {PointerEvent} event */
  function point({ clientX, clientY }) {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const box = svg.viewBox.baseVal;
    const x = ((clientX - left) * box.width) / width;
    show(placeAt(panels, x, ((clientY - top) * box.height) / height), 'off');
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') return show(undefined, 'off');
    const arrow = ARROWS[/** @type {keyof typeof ARROWS} */ (event.key)];
    if (arrow === undefined) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 : 1;
    const [{ x, y, width, height }] = panels;
    const middle = { panel: panels[0], x: x + width / 2, y: y + height / 2 };
    show(place ? moved(panels, place, arrow[0] * step, arrow[1] * step) : middle, 'polite');
    follow();
  }

  /** Scrolls the figure, where it is wider than the page, so that the crosshair stays in sight. */
  function follow() {
    if (!place) return;
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const [at, half] = [place.x * scale, view.clientWidth / 2];
    if (Math.abs(at - view.scrollLeft - half) > 0.8 * half) view.scrollLeft = at - half;
  }

  view.setAttribute('role', 'application');
  view.setAttribute('aria-describedby', output.id);
  svg.addEventListener('pointermove', point);
  svg.addEventListener('pointerdown', point);
  svg.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') show(undefined, 'off');
  });
  view.addEventListener('keydown', press);
  view.addEventListener('blur', () => show(undefined, 'off'));
  output.hidden = false;
  show(undefined, 'off');
}

if (globalThis.document !== undefined) {
  document
    .querySelectorAll('figure[data-panels]')
    .forEach((figure) => readOff(/** @type {HTMLElement} */ (figure)));
}
