import type { Evaluation, Training } from '@deelema/records';
import { count, html, table } from '@deelema/pages';
import type { Html } from '@deelema/pages';

type Json = Evaluation['training']['settings'][string];

/** How the page was made, and how to make it again. */
export function making({ sample, training }: Evaluation, project: string): Html {
  const { events, epochs, parameters, backend, recipe } = training;
  const facts: [string, Html][] = [
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
  const settings = settingsOf(training.settings).map(([name, value]) => [
    html`<code>${name}</code>`,
    value,
  ]);
  return html`<section aria-labelledby="making">
    <h2 id="making">How this was made</h2>
    <dl>
      ${facts.map(
        ([term, description]) =>
          html`<dt>${term}</dt>
            <dd>${description}</dd>`
      )}
    </dl>
    ${table('settings-table', 'Settings of the training, defaults filled in', ['Setting', 'Value'], settings)}
    <h3>Build it again</h3>
    <pre><code>npx nx run ${project}:report</code></pre>
  </section>`;
}

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

/** The leaves of the settings; one inside another is named by its path, e.g. `network.width`. */
function settingsOf(settings: Readonly<Record<string, Json>>, prefix = ''): [string, string][] {
  return Object.entries(settings).flatMap(([key, value]): [string, string][] => {
    const name = prefix + key;
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return settingsOf(value, `${name}.`);
    }
    return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
  });
}
