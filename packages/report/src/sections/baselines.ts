import type { Evaluation } from '@deelema/records';
import { count, html, measured, number, parts, section, table } from '@deelema/pages';
import type { Html, Section } from '@deelema/pages';
import { NO_BASELINES, NOT_RUN } from './not-run.ts';

type Baselines = NonNullable<Evaluation['baselines']>;

/** The baselines by subsystem, and whose mass each bounds. */
const ROWS = [
  ['mt2_b', 'T2', 'b', 'B'],
  ['m2cc_b', '2CC', 'b', 'B'],
  ['mt2_ab', 'T2', 'ab', 'A'],
  ['m2cc_ab', '2CC', 'ab', 'A'],
] as const;

/** Statuses as the page writes them. */
const STATUS_WORDS = {
  ok: 'solved, proven',
  oneSided: 'solved with one chain at its threshold',
  found: 'solved, not proven to be the lowest',
  infeasible: 'without a solution',
  invalidInput: 'with invalid input',
  unresolved: 'unresolved',
} as const;

/** M_T2 and M_2CC: statistics, endpoints, and what became of the events; or that they were not computed. */
export function baselines(evaluation: Evaluation): Section {
  const { baselines } = evaluation;
  const heading = html`<var>M</var><sub>T2</sub> and <var>M</var><sub>2CC</sub>`;
  const content =
    baselines === null ? html`<p>${NO_BASELINES}</p>` : computed(baselines, evaluation);
  return section('baselines', heading, content);
}

function computed(baselines: Baselines, evaluation: Evaluation): Html {
  const { truth } = evaluation;
  const known = new Map(Object.entries(truth?.masses ?? {}));
  const columns = ['Variable', ...STATISTICS, ...(truth === null ? [] : ['True mass (median)'])];
  const rows = ROWS.map(([name, index, subsystem, family]) => {
    const statistics = baselines[name];
    const variable = html`<var>M</var><sub>${index}</sub>(${subsystem})`;
    const median = number(known.get(family)?.median ?? null, 2);
    return [
      variable,
      ...(statistics === null ? STATISTICS.map(() => NOT_RUN) : cells(statistics)),
      ...(truth === null ? [] : [html`${median} (${family})`]),
    ];
  });
  return html`${table('baselines-table', html`Lower bounds on the masses by the subsystems (b) and (ab), GeV`, columns, rows)}
    <p>A mass is read at the upper end of these distributions, and at the peak of DeeLeMa's.</p>
    ${endpoints(baselines)} ${statuses(baselines)}`;
}

const STATISTICS = [
  'Events',
  'Not finite',
  'Mean',
  '99 % quantile',
  'Maximum',
  'Endpoint',
] as const;

/** As they are headed. */
function cells(statistics: Baselines['mt2_b']): Html[] {
  const { events, nonFinite, mean, quantile99, max, endpoint } = statistics;
  return [
    count(events),
    count(nonFinite),
    number(mean, 2),
    number(quantile99, 2),
    number(max, 2),
    measured(endpoint),
  ];
}

function endpoints(baselines: Baselines): Html {
  const items = ROWS.flatMap(([name, index, subsystem]) => {
    const endpoint = baselines[name]?.endpoint;
    return endpoint === undefined
      ? []
      : [html`<li><var>M</var><sub>${index}</sub>(${subsystem}): ${sentence(endpoint)}</li>`];
  });
  return html`<p>How the endpoints were fitted:</p>
    <ul>
      ${items}
    </ul>`;
}

function sentence(endpoint: Baselines['mt2_b']['endpoint']): Html {
  const { reason, shape, resolution, window, events, chiSquared, degreesOfFreedom } = endpoint;
  const { statisticalError, windowError } = endpoint;
  if (reason !== null || window === null) return html`none. ${reason}`;
  const [low, high] = window;
  const smeared =
    resolution === null || resolution === 0
      ? null
      : html`, smeared by σ = ${number(resolution, 2)} GeV`;
  return html`a ${shape}${smeared}, between ${number(low, 1)} and ${number(high, 1)} GeV,
  ${number(events, 0)} events, χ² ${number(chiSquared, 1)} for ${number(degreesOfFreedom, 0)}
  degrees of freedom; error ${parts(statisticalError, windowError)}.`;
}

function statuses(baselines: Baselines): Html | null {
  const items = ROWS.flatMap(([name, index, subsystem]) => {
    const statistics = baselines[name];
    if (statistics === null || !('statuses' in statistics)) return [];
    const words = Object.entries(STATUS_WORDS).flatMap(([status, meaning]) => {
      const events = statistics.statuses[status as keyof typeof STATUS_WORDS];
      return events > 0 ? [html`${count(events)} ${meaning}`] : [];
    });
    const list = words.map((word, i) => html`${i > 0 ? ', ' : null}${word}`);
    return [html`<li><var>M</var><sub>${index}</sub>(${subsystem}): ${list}.</li>`];
  });
  if (items.length === 0) return null;
  return html`<p>What became of the events:</p>
    <ul>
      ${items}
    </ul>`;
}
