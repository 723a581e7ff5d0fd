import { InputError } from '@deelema/events';
import { readFigures, type DrawnFigure, type FigureSource } from '@deelema/pages';
import type { FigureList } from '@deelema/records';
import { suggest } from '@deelema/workflow';
import type { Settings } from './content.ts';

type FigureSettings = Settings['figures'][number];

/** The id of a member's figure on the page. Charts begin with a letter, so none has the same. */
export function idOnPage(index: number, { figure }: Pick<FigureSettings, 'figure'>): string {
  return `${index + 1}-${figure}`;
}

/**
 * The charts of the study, ready for the page.
 *
 * @param source Where they lie.
 * @param list As charts listed them.
 */
export async function chartsOfPage(source: FigureSource, list: FigureList): Promise<DrawnFigure[]> {
  return (await readFigures(source, list)).map((drawn) => placed(drawn, drawn.id));
}

/**
 * A figure of a member, ready for the page.
 *
 * @param settings Which one, and its title.
 * @param index Its place in the settings.
 * @param source Where the member's figures lie.
 * @param list As figures listed them.
 * @returns None where the member could not draw it.
 * @throws InputError if the member knows no such figure.
 */
export async function figureOfPage(
  settings: FigureSettings,
  index: number,
  source: FigureSource,
  list: FigureList
): Promise<DrawnFigure[]> {
  const { member, figure: id, title } = settings;
  const figures = list.figures.filter((figure) => figure.id === id);
  checkKnown(member, id, list);
  return (await readFigures(source, { figures })).map((drawn) => {
    const heading = title ?? `${drawn.title}, ${member}`;
    const caption = `${heading}. ${drawn.caption}`;
    return { ...placed(drawn, idOnPage(index, settings)), title: heading, caption };
  });
}

/**
 * @throws InputError if a member has neither drawn nor skipped such a figure.
 */
export function checkKnown(member: string, id: string, { figures, skipped }: FigureList): void {
  const ids = [...figures, ...skipped].map((figure) => figure.id);
  if (ids.includes(id)) return;
  const others = ids.length === 0 ? 'it has none' : `it has ${ids.join(', ')}`;
  const [hint] = /^ Did you mean .*/.exec(suggest(id, ids)) ?? [''];
  throw new InputError(
    `summary: ${member} has no figure "${id}" in its figures.json; ${others}.${hint}`,
    { exitCode: 2 }
  );
}

/** Two members name the parts of their drawings alike: each gets names of its own. */
function placed(drawn: DrawnFigure, id: string): DrawnFigure {
  const names = /(\sid="|url\(#|\s(?:xlink:)?href="#)([^")]*)/g;
  const drawing = drawn.drawing.replace(
    names,
    (_, start: string, name: string) => `${start}drawing-${id}-${name}`
  );
  return { ...drawn, id, drawing };
}
