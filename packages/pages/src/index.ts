export { Html, html } from './html.ts';
export type { Content } from './html.ts';
export { table } from './table.ts';
export { count, deviation, measured, number, parts, percent, share, symbol } from './numbers.ts';
export type { Measured } from './numbers.ts';
export { STYLE } from './style.ts';
export { figures } from './figures.ts';
export type { DrawnFigure } from './drawn-figure.ts';
