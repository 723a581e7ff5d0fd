import { html, section, type Html, type Section } from '@deelema/pages';
import type { Content } from '../content.ts';

/** The table of the study in full, to be saved from the page. */
export function downloadsSection({ study, files }: Content): Section {
  return section(
    'downloads',
    'The numbers',
    html`<p>
        All numbers of all members, in full: ${link(`${study}-table.csv`, 'text/csv', files.csv)},
        ${link(`${study}-table.json`, 'application/json', files.json)}.
      </p>
      <p>Data and drawings of the figures can be saved below each figure.</p>`
  );
}

function link(name: string, mediaType: string, text: string): Html {
  const address = `data:${mediaType};charset=utf-8;base64,${Buffer.from(text).toString('base64')}`;
  return html`<a href="${address}" download="${name}">${name}</a>`;
}
