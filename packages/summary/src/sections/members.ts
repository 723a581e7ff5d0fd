import { count, html, section, table, type Section } from '@deelema/pages';
import type { Content } from '../content.ts';
import { addressOf, reportOf } from '../links.ts';

/** All members with their events, and the way to their pages. */
export function membersSection({ study, table: { axes, members }, ...content }: Content): Section {
  const rows = members.map((member) => {
    const { events, split } = content.members[member.name].evaluation;
    const address = addressOf(study, reportOf(study, member));
    return [
      html`<a href="${address}">${member.name}</a>`,
      ...axes.map(({ name }) => (Object.hasOwn(member.labels, name) ? member.labels[name] : '')),
      count(events),
      split,
      member.sample === '' ? 'not described by its source' : member.sample,
    ];
  });
  const columns = ['member', ...axes.map(({ name }) => name), 'events', 'split', 'description'];
  const caption = 'Members with their evaluated events. Each name leads to the page of the member.';
  return section(
    'members',
    'Members and their pages',
    table('members-table', caption, columns, rows)
  );
}
