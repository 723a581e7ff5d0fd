import { decimalPlaces } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import { count, html, number, symbol } from '@deelema/pages';
import type { Content, Html } from '@deelema/pages';

type Measured = NonNullable<Evaluation['measured']>;
type Experiments = NonNullable<Measured['experiments']>;

/** Why the measured masses may not be trusted, where nobody overlooks it; nothing if there is no reason. */
export function warnings({ warnings: own, experiments }: Measured): Html | null {
  const sentences = [...own, ...(experiments?.warnings ?? [])];
  if (sentences.length === 0) return null;
  return html`<div class="warning" role="note" aria-label="Warnings">
    <p><strong>Do not take these masses at face value.</strong></p>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </div>`;
}

/** What the masses were measured with. */
export function measurementNotes(measured: Measured): Html {
  const { masses, correlation, resolutions, events, simulatedEvents, folds, experiments } =
    measured;
  const [one, other] = Object.keys(masses);
  const facts: readonly ([Content, Content] | null)[] = [
    ['Events', count(events)],
    simulatedEvents > 0 ? ['Simulated events for the bias', count(simulatedEvents)] : null,
    correlation === null || other === undefined
      ? null
      : [html`Correlation of the errors of ${one} and ${other}`, number(correlation, 2)],
    Object.keys(resolutions).length > 0
      ? ['Resolutions', html`${list('τ', resolutions, () => 2)} GeV`]
      : null,
    experiments === undefined ? null : [html`Pseudo-experiments`, experimentsOf(experiments)],
    ...folds.map((fold, i): [Content, Content] => [
      html`Half ${i + 1} of the events alone`,
      html`${list('m', fold, placesOf(masses))} GeV, uncorrected`,
    ]),
  ];
  return html`<dl>
    ${facts
      .filter((fact) => fact !== null)
      .map(
        ([term, description]) =>
          html`<dt>${term}</dt>
            <dd>${description}</dd>`
      )}
  </dl>`;
}

/** E.g. `20 of 5 000 events; pulls of m_A: mean 0.10 ± 0.22, width 0.97 ± 0.16; …`. */
function experimentsOf({ events, pulls, failed }: Experiments): Html {
  const all = Math.max(0, ...Object.values(pulls).map(({ values }) => values.length)) + failed;
  return html`${count(all)} of ${count(events)}
  events${failed > 0 ? html` (${count(failed)} without a maximum)` : null}${Object.entries(
    pulls
  ).map(
    ([name, { mean, meanError, width, widthError }]) =>
      html`; pulls of ${symbol('m', name)}: mean ${number(mean, 2)} ± ${number(meanError, 2)}, width
      ${number(width, 2)} ± ${number(widthError, 2)}`
  )}`;
}

/** As many places as the error of each mass has. */
function placesOf(masses: Measured['masses']): (name: string) => number {
  const errors = new Map(Object.entries(masses).map(([name, { error }]) => [name, error]));
  return (name) => decimalPlaces(errors.get(name) ?? null);
}

/** Numbers by their symbols, e.g. `m_A 1000.1, m_B 800.2`. */
function list(
  letter: string,
  record: Readonly<Record<string, number>>,
  places: (name: string) => number
): Html[] {
  return Object.entries(record).map(
    ([name, value], i) =>
      html`${i > 0 ? ', ' : null}${symbol(letter, name)} ${number(value, places(name))}`
  );
}
