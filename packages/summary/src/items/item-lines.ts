import { InputError } from '@deelema/events';
import type { Html } from '@deelema/pages';
import { stageDir } from '@deelema/workflow';
import type { Content, ItemSettings } from '../content.ts';
import { checkKnown, idOnPage } from '../figures-of-page.ts';
import { addressOf, memberCommand, memberFolder, reportOf, studyCommand } from '../links.ts';
import type { PageTable } from '../table/make-table.ts';
import { numberLines } from './number-lines.ts';

/** One number, figure or chart of an item. */
export interface ItemLine {
  /** Null of a figure. */
  readonly number: {
    readonly title: Html;
    readonly ours: Html;
    readonly theirs: Html;
    readonly difference: Html;
  } | null;
  /** Where a reader sees it; the address is null where nothing is to be seen. */
  readonly place: { readonly words: string; readonly address: string | null };
  /** Relative to the workspace; null where nothing was drawn. */
  readonly file: string | null;
  readonly command: string;
}

/**
 * The lines of one item: its numbers, its figure, its chart.
 *
 * @throws InputError if the study has no such member, group, quantity, figure or chart.
 */
export function itemLines(
  item: ItemSettings,
  content: Content,
  tables: readonly PageTable[]
): ItemLine[] {
  const { of, quantities, figure, chart } = item;
  return [
    ...(of !== undefined && quantities !== undefined
      ? numberLines(of, quantities, content, tables)
      : []),
    ...(of !== undefined && figure !== undefined ? [figureLine(of, figure, content)] : []),
    ...(chart === undefined ? [] : [chartLine(chart, content)]),
  ];
}

function figureLine(of: string, id: string, content: Content): ItemLine {
  const { study, settings, table } = content;
  const member = table.members.find(({ name }) => name === of);
  if (member === undefined) throw unknown(`the figure "${id}" of ${of}`, 'a member');
  const { figures } = content.members[of];
  checkKnown(of, id, figures);
  const drawn = figures.figures.find((figure) => figure.id === id);
  const index = settings.figures.findIndex((shown) => shown.member === of && shown.figure === id);
  const onPage = `#figure-${idOnPage(index, { figure: id })}`;
  const inReport = addressOf(study, reportOf(study, member));
  const shown =
    index >= 0
      ? { words: 'figure below', address: onPage }
      : { words: 'report', address: `${inReport}#figure-${id}` };
  return {
    number: null,
    place: drawn === undefined ? NOT_DRAWN : shown,
    file: drawn === undefined ? null : `${memberFolder(study, member, 'figures')}/${drawn.svg}`,
    command: memberCommand(study, member, 'figures'),
  };
}

const NOT_DRAWN = { words: 'not drawn', address: null };

function chartLine(id: string, { study, charts }: Content): ItemLine {
  const drawn = charts.figures.find((chart) => chart.id === id);
  const skipped = charts.skipped.some((chart) => chart.id === id);
  const names = [...charts.figures, ...charts.skipped].map((chart) => chart.id).join(', ');
  if (drawn === undefined && !skipped) throw unknown(`the chart "${id}"`, `one of ${names}`);
  return {
    number: null,
    place: drawn === undefined ? NOT_DRAWN : { words: 'chart below', address: `#figure-${id}` },
    file: drawn === undefined ? null : `${stageDir('study', study, 'charts')}/${drawn.svg}`,
    command: studyCommand(study, 'charts'),
  };
}

function unknown(what: string, expected: string): InputError {
  const sentence = `summary: an item asks for ${what}, which the study has not: expected ${expected}.`;
  return new InputError(sentence, { exitCode: 2 });
}
