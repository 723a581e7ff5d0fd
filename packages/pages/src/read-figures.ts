import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FigureList } from '@deelema/records';
import type { Download, DrawnFigure } from './drawn-figure.ts';

type Entry = FigureList['figures'][number];

/** Where figures come from. */
export interface FigureSource {
  /** Folder of the files. */
  readonly dir: string;
  /** The pipeline or study; begins the names of what is saved from the page. */
  readonly project: string;
  /** What a reader calls the folder, e.g. `figures`. */
  readonly folder: string;
}

/** Longer files are not put into the page but named, so that it stays small enough to be sent; characters. */
const LONGEST = { data: 4_000_000, spec: 100_000 };

/**
 * Reads drawings and the data behind them.
 *
 * @param source Where they lie.
 * @param list The figures as the stage listed them.
 * @returns They, ready to be put into a page, in the order of the list.
 */
export async function readFigures(
  source: FigureSource,
  { figures }: Pick<FigureList, 'figures'>
): Promise<DrawnFigure[]> {
  return Promise.all(figures.map((entry) => readFigure(source, entry)));
}

async function readFigure(
  { dir, project, folder }: FigureSource,
  entry: Entry
): Promise<DrawnFigure> {
  const { id, title, caption, svg, png, data, spec, panels } = entry;
  const name = `${project}-${id}`;
  const read = async (file: string | undefined, longest: number): Promise<string | null> => {
    const text = file === undefined ? null : await readFile(join(dir, file), 'utf8');
    return text !== null && text.length <= longest ? text : null;
  };
  const csv = await read(data, LONGEST.data);
  const vegaLite = await read(spec, LONGEST.spec);
  const downloads = [
    csv === null ? null : download(`CSV (${rows(csv)} rows)`, `${name}.csv`, 'text/csv', csv),
    vegaLite === null
      ? null
      : download('Vega-Lite', `${name}.vl.json`, 'application/json', vegaLite),
  ];
  const files = [svg, png, data, spec].filter((file) => file !== undefined);
  return {
    id,
    title,
    caption,
    name,
    panels,
    drawing: (await readFile(join(dir, svg), 'utf8')).trim(),
    downloads: downloads.filter((file) => file !== null),
    files: `In the folder ${folder} of ${project}: ${files.join(', ')}.`,
  };
}

function download(label: string, name: string, mediaType: string, text: string): Download {
  return { label, name, mediaType, text };
}

/** Rows below the heading. */
function rows(csv: string): number {
  return csv.trimEnd().split('\n').length - 1;
}
