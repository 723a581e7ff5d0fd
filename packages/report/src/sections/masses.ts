import { decaysOf } from '@deelema/records';
import type { Evaluation, MassColumn } from '@deelema/records';
import { count, html, measured, number, section, symbol, table } from '@deelema/pages';
import type { Html, Section } from '@deelema/pages';

/** The masses of every event. */
export function eventMasses({ masses, truth, ...evaluation }: Evaluation): Section {
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
      measured(peak),
      ...(truth === null ? [] : [number(known.get(name)?.median ?? null, 2)]),
    ];
  });
  const columns = [
    'Mass',
    'Mean ± σ',
    'Error of the mean',
    'Median',
    '16 % … 84 %',
    'Peak',
    ...(truth === null ? [] : ['True (median)']),
  ];
  return section(
    'masses',
    'Masses in every event',
    html`${table('masses-table', 'Masses with the predicted invisible momenta, GeV', columns, rows)}
    ${notes({ masses, ...evaluation })}`
  );
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
  measured: trained,
}: Omit<Evaluation, 'truth' | 'baselines'>): Html {
  const { columns, exchanges } = decaysOf(auxiliary, training);
  const nonFinite = Object.values(masses).reduce((sum, mass) => sum + mass.nonFinite, 0);
  const solved = trained !== null && Object.keys(masses).length >= 4;
  const exchanged = html`In ${count(exchangedEvents)} of ${count(events)} events b1 and b2 are
  exchanged; they count here like all others.`;
  return html`<p>
    The peak is where the density of a mass is highest, by a fit. ${peakReasons(masses, columns)}
    ${solved ? SOLVED : null}
    ${training.recipe === 'paper' || exchanges.length === 0 ? null : CHOSEN}
    ${exchangedEvents > 0 ? exchanged : null}
    ${negativeWeights > 0 ? html`${count(negativeWeights)} events have negative weight.` : null}
    ${nonFinite > 0 ? html`${count(nonFinite)} masses are not finite and left out.` : null}
  </p>`;
}

/** Why a peak is not known, or only to its bins: the masses of one reason together. */
function peakReasons(masses: Evaluation['masses'], columns: readonly MassColumn[]): Html[] {
  const reasons = columns.flatMap(({ column }) => masses[column].peak.reason ?? []);
  return [...new Set(reasons)].map((reason) => {
    const alike = columns.filter(({ column }) => masses[column].peak.reason === reason);
    const names = alike.map(({ name, branch }, i) => {
      return html`${i > 0 ? ', ' : null}${symbol('m', `${name}${branch}`)}`;
    });
    return html`${names}: ${reason} `;
  });
}
