import type { Evaluation } from '@deelema/records';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { count, number } from '../numbers.ts';
import { table } from '../table.ts';

/** The stransverse masses. */
export function baselines({ baselines, truth }: Evaluation): Html {
  const rows = (
    [
      ['b', 'B', baselines.mt2_b],
      ['ab', 'A', baselines.mt2_ab],
    ] as const
  ).map(([subsystem, family, { events, nonFinite, mean, max, quantile99 }]) => [
    html`<var>M</var><sub>T2</sub>(${subsystem})`,
    count(events),
    nonFinite > 0 ? count(nonFinite) : '0',
    number(mean, 2),
    number(quantile99, 2),
    number(max, 2),
    ...(truth === null ? [] : [html`${number(truth.masses[family].median, 2)} (${family})`]),
  ]);
  const columns = [
    'Variable',
    'Events',
    'Not finite',
    'Mean',
    '99 % quantile',
    'Maximum',
    ...(truth === null ? [] : ['True mass (median)']),
  ];
  return html`<section aria-labelledby="baselines">
    <h2 id="baselines">Stransverse mass</h2>
    ${table('baselines-table', html`<var>M</var><sub>T2</sub> of the subsystems (b) and (ab), GeV`, columns, rows)}
    <p>
      A mass is read at the upper end of an <var>M</var><sub>T2</sub> distribution, and at the peak
      of DeeLeMa's.
    </p>
  </section>`;
}
