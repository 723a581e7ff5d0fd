import { html, provenance, section, table, type Section } from '@deelema/pages';
import type { Content } from '../content.ts';
import { studyCommand } from '../links.ts';

/** How the page was made, and how to make it again. */
export function makingSection({ study, settings, origins, ...content }: Content): Section {
  const rows = origins.map(({ folder, file, sha256 }) => [
    `${folder}/${file}`,
    sha256 === null ? html`not known` : html`<code>${sha256}</code>`,
  ]);
  const caption = 'What was read of the members, and the SHA-256 of each file';
  return section(
    'making',
    'How this was made',
    html`<p>
        By the study ${study}. The command makes all of it again: events, trainings, figures and
        this page.
      </p>
      <pre><code>${studyCommand(study)}</code></pre>
      ${provenance(content.making)}
      <details>
        <summary>Settings of this page</summary>
        <pre style="white-space: pre-wrap"><code>${JSON.stringify(settings, null, 2)}</code></pre>
      </details>
      ${table('origins-table', caption, ['file', 'SHA-256'], rows)}`
  );
}
