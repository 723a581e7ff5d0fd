import type { Evaluation, Training } from '@deelema/records';
import { count, html, leaves, provenance, section, table } from '@deelema/pages';
import type { Html, Making, Section } from '@deelema/pages';

/**
 * How the page was made, and how to make it again.
 *
 * @param evaluation What was found.
 * @param project The pipeline.
 * @param stages What the stages left in their records.
 */
export function making(
  { sample, training }: Evaluation,
  project: string,
  stages: readonly Making[]
): Section {
  const { events, epochs, parameters, backend, recipe } = training;
  const facts: [string, Html][] = [
    ['Pipeline', html`${project}`],
    ['Sample', html`${sample === '' ? 'not described by its source' : sample}`],
    [
      'Events',
      html`${count(events.train)} training, ${count(events.validation)} validation,
      ${count(events.test)} test`,
    ],
    ['Recipe', html`${recipe}, topology ${training.topology}`],
    [
      'Network',
      html`${count(parameters)} parameters, trained for ${count(epochs)} epochs${phases(training)}`,
    ],
    ['Backend', html`${describe(backend)}`],
  ];
  return section(
    'making',
    'How this was made',
    html`<dl>
        ${facts.map(
          ([term, description]) =>
            html`<dt>${term}</dt>
              <dd>${description}</dd>`
        )}
      </dl>
      ${settings(training, stages)}
      <h3>Build it again</h3>
      <pre><code>npx nx run ${project}:report</code></pre>
      ${stages.length === 0 ? null : RECORDS} ${provenance(stages)}`
  );
}

/** Of the training as it told them; its record has the same, unless another program stood in its place. */
function settings({ settings }: Evaluation['training'], stages: readonly Making[]): Html | null {
  if (stages.some(({ stage, swap }) => stage === 'train' && swap === null)) return null;
  const rows = leaves(settings).map(([name, value]) => [html`<code>${name}</code>`, value]);
  const caption = 'Settings of the training, defaults filled in';
  return table('settings-table', caption, ['Setting', 'Value'], rows);
}

const RECORDS = html`<p>
  What each stage was given and what it left. The digest of its code is over its packages as they
  were built and the locked versions of the npm packages they use, so it stands for a commit, and
  for changes that were not committed too; the same settings, inputs, code and backend give the same
  files. Each stage’s folder has these digests in <code>making.json</code> and
  <code>manifest.json</code>; <code>npx deelema verify</code> with the pipeline’s folder compares
  the files with them.
</p>`;

/** Epochs of each phase, e.g. ` (measure 1: 20, measure 2: 20)`; nothing of a single phase. */
function phases({ history }: Pick<Training, 'history'>): string {
  const names = [...new Set(history.map(({ phase }) => phase))];
  if (names.length < 2) return '';
  const epochs = (name: string) => history.filter(({ phase }) => phase === name).length;
  return ` (${names.map((name) => `${name}: ${epochs(name)}`).join(', ')})`;
}

/** All that decides the last bits of a result, e.g. `onnxruntime 1.30.0, cpu, 2 threads, AMD EPYC`. */
function describe({ name, version, provider, threads, device }: Training['backend']): string {
  const parts = [`${name} ${version}`, provider, threads && `${threads} threads`, device];
  return parts.filter(Boolean).join(', ');
}
