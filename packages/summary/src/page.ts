import { count, html, pageShell, type Html } from '@deelema/pages';
import type { Content } from './content.ts';
import { downloadsSection } from './sections/downloads.ts';
import { figuresSection } from './sections/figures.ts';
import { itemsSection } from './sections/items.ts';
import { makingSection } from './sections/making.ts';
import { membersSection } from './sections/members.ts';
import { tableSection } from './sections/tables.ts';
import { makeTables } from './table/make-table.ts';

/**
 * The page of a study: one file that needs nothing but itself.
 *
 * @param content What it tells; all text is escaped.
 * @returns HTML, the same bytes for the same content.
 * @throws InputError if the settings ask for what the study has not.
 */
export function page(content: Content): string {
  const { study, settings } = content;
  const tables = makeTables(content);
  const title = settings.title ?? `Study: ${study}`;
  return pageShell({
    title,
    description: `What the members of the study ${study} found, side by side.`,
    lead: html`${settings.lead === undefined ? null : html`${settings.lead}<br />`}${size(content)}`,
    sections: [
      ...tables.map(tableSection),
      itemsSection(content, tables),
      figuresSection(content),
      membersSection(content),
      downloadsSection(content),
      makingSection(content),
    ],
    footer: html`Masses and momenta in GeV, with <var>c</var> = 1; – is a number that is not
      defined. Method: DeeLeMa, Phys. Rev. Research 5, 043186 (2023).`,
  });
}

/** E.g. `12 members, 2 000 to 20 000 events each`. */
function size({ members }: Content): Html {
  const events = Object.values(members).map(({ evaluation }) => evaluation.events);
  const [least, most] = [Math.min(...events), Math.max(...events)];
  const range = least === most ? count(least) : html`${count(least)} to ${count(most)}`;
  return html`${count(events.length)} ${events.length === 1 ? 'member' : 'members'}, ${range}
  evaluated events each`;
}
