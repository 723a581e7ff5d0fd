import { decimalPlaces } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { count, number, symbol } from '../numbers.ts';

type Measured = NonNullable<Evaluation['measured']>;

/** Why the measured masses may not be trusted, where nobody overlooks it; nothing if there is no reason. */
export function warnings({ warnings: sentences }: Measured): Html | null {
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
  const { masses, correlation, resolutions, events, simulatedEvents, folds } = measured;
  const [one, other] = Object.keys(masses);
  const facts: [Content, Content][] = [
    ['Events', count(events)],
    ...(simulatedEvents === 0
      ? []
      : [['Simulated events for the bias', count(simulatedEvents)] as [Content, Content]]),
    ...(correlation === null || other === undefined
      ? []
      : [
          [html`Correlation of the errors of ${one} and ${other}`, number(correlation, 2)] as [
            Content,
            Content,
          ],
        ]),
    ...(Object.keys(resolutions).length === 0
      ? []
      : [['Resolutions', html`${values('τ', resolutions, 2)} GeV`] as [Content, Content]]),
    ...folds.map((fold, i): [Content, Content] => [
      html`Half ${i + 1} of the events alone`,
      html`${byMass(fold, masses)} GeV, uncorrected`,
    ]),
  ];
  return html`<dl>
    ${facts.map(
      ([term, description]) =>
        html`<dt>${term}</dt>
          <dd>${description}</dd>`
    )}
  </dl>`;
}

function byMass(fold: Readonly<Record<string, number>>, masses: Measured['masses']): Html[] {
  return Object.entries(fold).flatMap(([name, value], i) => {
    const places = decimalPlaces(
      (masses[name] as Measured['masses'][string] | undefined)?.error ?? null
    );
    return html`${i > 0 ? ', ' : null}${symbol('m', name)} ${number(value, places)}`;
  });
}

function values(letter: string, record: Readonly<Record<string, number>>, places: number): Html[] {
  return Object.entries(record).map(
    ([name, value], i) =>
      html`${i > 0 ? ', ' : null}${symbol(letter, name)} ${number(value, places)}`
  );
}
