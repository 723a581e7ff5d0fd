import { decaysOf } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import { count, html, number, symbol, table } from '@deelema/pages';
import type { Html } from '@deelema/pages';

/** The masses of every event. */
export function eventMasses({ masses, truth, ...evaluation }: Evaluation): Html {
  const known = new Map(Object.entries(truth?.masses ?? {}));
  const { columns: all } = decaysOf(evaluation.auxiliary, evaluation.training);
  const rows = all.map(({ column, name, branch }) => {
    const { mean, meanError, width, median, quantile16, quantile84, peak } = masses[column];
    return [
      symbol('m', `${name}${branch}`),
      html`${number(mean, 2)} ± ${number(width, 2)}`,
      number(meanError, 2),
      number(median, 2),
      html`${number(quantile16, 2)} … ${number(quantile84, 2)}`,
      html`${number(peak.value, 1)} (${number(peak.binWidth, 1)})`,
      ...(truth === null ? [] : [number(known.get(name)?.median ?? null, 2)]),
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

const CHOSEN = 'Every event has the pairing of a and b that the network chooses.';

const SOLVED =
  'Every event was solved at the measured masses: its masses are those, unless it has no solution; their spread says nothing about the errors above.';

function notes({
  masses,
  negativeWeights,
  exchangedEvents,
  events,
  auxiliary,
  training,
  measured,
}: Omit<Evaluation, 'truth' | 'baselines'>): Html {
  const { exchanges } = decaysOf(auxiliary, training);
  const nonFinite = Object.values(masses).reduce((sum, mass) => sum + mass.nonFinite, 0);
  const solved = measured !== null && Object.keys(masses).length >= 4;
  const exchanged = html`In ${count(exchangedEvents)} of ${count(events)} events b1 and b2 are
  exchanged; they count here like all others.`;
  return html`<p>
    The peak is the centre of the highest bin of the histogram. ${solved ? SOLVED : null}
    ${training.recipe === 'paper' || exchanges.length === 0 ? null : CHOSEN}
    ${exchangedEvents > 0 ? exchanged : null}
    ${negativeWeights > 0 ? html`${count(negativeWeights)} events have negative weight.` : null}
    ${nonFinite > 0 ? html`${count(nonFinite)} masses are not finite and left out.` : null}
  </p>`;
}
