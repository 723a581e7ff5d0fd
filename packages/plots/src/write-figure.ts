import { writeFile } from 'node:fs/promises';
import type { Figure } from './figure.ts';
import { paintPng } from './render/png.ts';
import { drawSvg } from './render/svg.ts';

/** What was written of a figure: its texts, its files and its size. */
export interface WrittenFigure {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** Names of the files. */
  readonly svg: string;
  readonly png: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a figure and writes it as `<id>.svg` and `<id>.png`.
 *
 * @param figure The figure.
 * @param scale Pixels of the PNG for each CSS pixel.
 * @param file Path of a file by its name.
 * @returns The entry of a list of figures.
 */
export async function writeFigure(
  figure: Figure,
  scale: number,
  file: (name: string) => string
): Promise<WrittenFigure> {
  const { id, title, caption, spec } = figure;
  const { svg, width, height } = await drawSvg(id, title, spec);
  await writeFile(file(`${id}.svg`), svg);
  await writeFile(file(`${id}.png`), paintPng(svg, scale));
  return { id, title, caption, svg: `${id}.svg`, png: `${id}.png`, width, height };
}
