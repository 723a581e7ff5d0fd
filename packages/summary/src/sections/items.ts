import { html, section, table, type Content as Cell, type Section } from '@deelema/pages';
import type { Content } from '../content.ts';
import { itemLines, type ItemLine } from '../items/item-lines.ts';
import { addressOf } from '../links.ts';
import type { PageTable } from '../table/make-table.ts';

/** What of a publication is made again where, by which command, and what came out; null if nobody asks. */
export function itemsSection(content: Content, tables: readonly PageTable[]): Section | null {
  const { study, settings } = content;
  if (settings.items.length === 0) return null;
  const rows = settings.items.flatMap((item) =>
    itemLines(item, content, tables).map((line) => cells(item.item, line, study))
  );
  const columns = [
    'item',
    'number',
    'ours',
    'published',
    'difference',
    'shown in',
    'file',
    'command',
  ];
  return section('items', 'What is where', table('items-table', CAPTION, columns, rows));
}

const CAPTION =
  'Items of the publication, what this study has of them, and the command that makes it again. ' +
  'Behind ± stands the standard error of a member, the spread of a group; the difference is ours − ' +
  'published, over these in brackets (σ and s).';

function cells(item: string, line: ItemLine, study: string): Cell[] {
  const { number, place, file, command } = line;
  return [
    item,
    number?.title ?? '',
    number?.ours ?? '',
    number?.theirs ?? '',
    number?.difference ?? '',
    place.address === null ? place.words : html`<a href="${place.address}">${place.words}</a>`,
    file === null ? '' : html`<a href="${addressOf(study, file)}">${file}</a>`,
    html`<code>${command}</code>`,
  ];
}
