import type { Evaluation } from '@deelema/records';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { count, number, symbol } from '../numbers.ts';
import { table } from '../table.ts';

type Metrics = NonNullable<Evaluation['truth']>['unexchanged'];

/** Predicted against true invisible momenta. */
export function momenta({ truth }: Evaluation): Html {
  return html`<section aria-labelledby="momenta">
    <h2 id="momenta">Invisible momenta</h2>
    ${truth === null ? html`<p>The true invisible momenta are not known.</p>` : known(truth)}
  </section>`;
}

function known({ unexchanged, exchanged }: NonNullable<Evaluation['truth']>): Html {
  const pairing = html`Predicted and true invisible momenta, ${count(unexchanged.events)} events
  with a and b as they belong together`;
  const mixed = html`The same, ${count(exchanged.events)} events with b1 and b2 exchanged, each
  prediction compared with the partner of its b`;
  return html`${unexchanged.events > 0 ? metricsTable('momenta-table', pairing, unexchanged) : null}
    ${exchanged.events > 0 ? metricsTable('exchanged-table', mixed, exchanged) : null}
    <p>
      Residual: predicted − true. ${symbol('q', '1')} belongs to branch 1, ${symbol('q', '2')} to
      branch 2.
    </p>`;
}

function metricsTable(id: string, caption: Html, { components }: Metrics): Html {
  const columns = [
    'Component',
    html`Correlation <var>r</var>`,
    'Residual: mean [GeV]',
    'Residual: σ [GeV]',
  ];
  const rows = components.map(({ component, correlation, residualMean, residualWidth }) => [
    symbol('q', component.slice(1)),
    number(correlation, 3),
    number(residualMean, 1),
    number(residualWidth, 1),
  ]);
  return table(id, caption, columns, rows);
}
