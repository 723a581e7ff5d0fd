import { InputError } from '@deelema/events';
import type { Quantity, TableMember } from '@deelema/records';
import { stageDir, stageEntry, suggest } from '@deelema/workflow';
import type { Content } from '../content.ts';
import { addressOf, memberCommand, memberFolder, reportOf, studyCommand } from '../links.ts';
import { difference, ours, theirs } from '../table/cells.ts';
import { shows, type PageTable } from '../table/make-table.ts';
import { groupRow, memberRow, type Row } from '../table/rows.ts';
import { heading } from '../table/words.ts';
import type { ItemLine } from './item-lines.ts';

/** Where numbers come from. */
interface Source {
  readonly row: Row;
  /** Relative to the workspace. */
  readonly file: string;
  readonly command: string;
  /** The page of the member; null of a group. */
  readonly report: string | null;
}

/**
 * Numbers of a member or of a group, a line each.
 *
 * @param of Name of the member or group.
 * @param quantities Names of the quantities.
 * @param content Of the page.
 * @param tables Of the page.
 * @throws InputError if there is no such member or group, or no such quantity.
 */
export function numberLines(
  of: string,
  quantities: readonly string[],
  content: Content,
  tables: readonly PageTable[]
): ItemLine[] {
  const { row, file, command, report } = sourceOf(of, content);
  return quantities.map((name) => {
    const quantity = quantityOf(name, content);
    const found = row.find(name);
    const values = row.published?.values ?? {};
    const published = Object.hasOwn(values, name) ? values[name] : undefined;
    const number = {
      title: heading(quantity),
      ours: ours(found, quantity, row.members),
      theirs: theirs(published, quantity),
      difference: difference(found, published, row.members === null ? 'σ' : 's'),
    };
    const table = tables.find((candidate) => shows(candidate, of, name));
    const place =
      table === undefined
        ? { words: report === null ? 'file' : 'report', address: report }
        : { words: 'table above', address: `#${table.id}` };
    return { number, place, file, command };
  });
}

function sourceOf(of: string, content: Content): Source {
  const { table } = content;
  const member = table.members.find(({ name }) => name === of);
  if (member !== undefined) return ofMember(member, content);
  const groups = table.groups?.groups ?? [];
  const group = groups.find(({ name }) => name === of);
  if (group !== undefined) return { row: groupRow(group, content), ...ofStudy(content) };
  const known = [...table.members, ...groups].map(({ name }) => name);
  const hint = table.groups === null ? ' It has groups if "over" is set under collect.' : '';
  const sentence = `summary: an item asks for numbers of "${of}", and table.json has no such member or group.${suggest(of, known)}${hint}`;
  throw new InputError(sentence, { exitCode: 2 });
}

function ofMember(member: TableMember, { study, members }: Content): Source {
  const folder = memberFolder(study, member, 'evaluate');
  return {
    row: memberRow(member, members),
    file: `${folder}/${stageEntry('evaluate').outputs.evaluation}`,
    command: memberCommand(study, member, 'evaluate'),
    report: addressOf(study, reportOf(study, member)),
  };
}

function ofStudy({ study }: Content): Omit<Source, 'row'> {
  return {
    file: `${stageDir('study', study, 'collect')}/${stageEntry('collect').outputs.table}`,
    command: studyCommand(study, 'collect'),
    report: null,
  };
}

function quantityOf(name: string, { table: { quantities } }: Content): Quantity {
  const found = quantities.find((quantity) => quantity.name === name);
  if (found !== undefined) return found;
  const names = quantities.map((quantity) => quantity.name);
  const sentence = `summary: an item asks for ${name}, and table.json has no such quantity.${suggest(name, names)}`;
  throw new InputError(sentence, { exitCode: 2 });
}
