import type { Evaluation } from '@deelema/records';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { count, number, percent, symbol } from '../numbers.ts';
import { table } from '../table.ts';

/** The headline: the auxiliary masses, and how far they are from the truth where it is known. */
export function headline({ auxiliary, truth, sumOfWeights }: Evaluation): Html {
  const cards = (['A', 'B'] as const).map((family) => {
    return html`<div>
      <h3>Mass of ${family}</h3>
      <p class="mass">${number(auxiliary[`m${family}`], 2)} GeV</p>
      ${comparison(truth, family)}
    </div>`;
  });
  return html`<section aria-labelledby="auxiliary">
    <h2 id="auxiliary">Auxiliary masses</h2>
    <div class="cards">${cards}</div>
    <p>
      The auxiliary masses are the two numbers that the training finds for all events together, in
      the decays A&#160;→&#160;a&#160;B and
      B&#160;→&#160;b&#160;C.${truth === null ? html` ${UNKNOWN}` : ''}${sumOfWeights > 0 ? '' : html` ${UNDEFINED}`}
    </p>
  </section>`;
}

function comparison(truth: Evaluation['truth'], family: 'A' | 'B'): Html {
  if (truth === null) return html`<p>true mass not known</p>`;
  const { median, auxiliaryDeviation } = truth.masses[family];
  if (median === null) return html`<p>true mass not defined</p>`;
  return html`<p>true ${number(median, 2)} GeV, deviation ${percent(auxiliaryDeviation)}</p>`;
}

const UNDEFINED =
  'The sum of the weights is not positive: means, widths and medians are not defined.';

const UNKNOWN =
  'The source of these events does not say what the invisible particles did, so nothing on this ' +
  'page is compared with the truth.';

/** The masses of every event. */
export function eventMasses({ masses, truth, ...evaluation }: Evaluation): Html {
  const rows = (['m_A1', 'm_A2', 'm_B1', 'm_B2'] as const).map((name) => {
    const { mean, meanError, width, median, quantile16, quantile84, peak } = masses[name];
    const family = name.startsWith('m_A') ? 'A' : 'B';
    return [
      symbol('m', name.slice(2)),
      html`${number(mean, 2)} ± ${number(width, 2)}`,
      number(meanError, 2),
      number(median, 2),
      html`${number(quantile16, 2)} … ${number(quantile84, 2)}`,
      html`${number(peak.value, 1)} (${number(peak.binWidth, 1)})`,
      ...(truth === null ? [] : [number(truth.masses[family].median, 2)]),
    ];
  });
  const columns = [
    'Mass',
    'Mean ± σ',
    'Error of the mean',
    'Median',
    '16 % … 84 %',
    'Peak (bin width)',
    ...(truth === null ? [] : ['True (median)']),
  ];
  return html`<section aria-labelledby="masses">
    <h2 id="masses">Masses in every event</h2>
    ${table('masses-table', 'Masses with the predicted invisible momenta, GeV', columns, rows)}
    ${notes({ masses, ...evaluation })}
  </section>`;
}

function notes({
  masses,
  negativeWeights,
  exchangedEvents,
  events,
}: Omit<Evaluation, 'truth' | 'baselines' | 'training'>): Html {
  const nonFinite = Object.values(masses).reduce((sum, mass) => sum + mass.nonFinite, 0);
  const exchanged = html`In ${count(exchangedEvents)} of ${count(events)} events b1 and b2 are
  exchanged; they count here like all others.`;
  return html`<p>
    The peak is the centre of the highest bin of the histogram.
    ${exchangedEvents > 0 ? exchanged : null}
    ${negativeWeights > 0 ? html`${count(negativeWeights)} events have negative weight.` : null}
    ${nonFinite > 0 ? html`${count(nonFinite)} masses are not finite and left out.` : null}
  </p>`;
}
