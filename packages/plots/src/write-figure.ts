import { writeFile } from 'node:fs/promises';
import { toCsv } from './data/csv.ts';
import { wholeSpecification } from './data/specification.ts';
import type { Figure } from './figure.ts';
import { embedFonts } from './fonts/embed-fonts.ts';
import type { Panel } from './render/panels.ts';
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
  readonly data: string;
  readonly spec: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Where values can be read off. */
  readonly panels: Panel[];
}

/**
 * Draws a figure and writes it as `<id>.svg` and `<id>.png`, its table as `<id>.csv` and its specification as
 * `<id>.vl.json`.
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
  const { id, title, caption, data } = figure;
  const files = { svg: `${id}.svg`, png: `${id}.png`, data: `${id}.csv`, spec: `${id}.vl.json` };
  const spec = wholeSpecification(figure.spec);
  const { svg, ...drawing } = await drawSvg(id, title, spec);
  await writeFile(file(files.svg), embedFonts(svg));
  await writeFile(file(files.png), paintPng(svg, scale));
  await writeFile(file(files.data), toCsv(data));
  await writeFile(file(files.spec), `${JSON.stringify(spec)}\n`);
  return { id, title, caption, ...files, ...drawing };
}
