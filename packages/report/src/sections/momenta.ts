import type { Evaluation, MomentumMetrics } from '@deelema/records';
import { count, html, number, symbol, table } from '@deelema/pages';
import type { Html } from '@deelema/pages';

type Truth = NonNullable<Evaluation['truth']>;
type Momenta = Pick<Truth, 'rightPairing' | 'wrongPairing'>;

/** Predicted against true invisible momenta. */
export function momenta({ truth }: Evaluation): Html {
  return html`<section aria-labelledby="momenta">
    <h2 id="momenta">Invisible momenta</h2>
    ${truth === null ? html`<p>The true invisible momenta are not known.</p>` : known(truth)}
  </section>`;
}

function known({ m2cc, ...deelema }: Truth): Html {
  return html`<h3>DeeLeMa</h3>
    ${deelema.heatMaps.length === 0 ? UNCOMPARED : tables('', deelema, deelema.pairing === null ? FILE : CHOSEN)}
    <h3><var>M</var><sub>2CC</sub>(ab)</h3>
    ${m2cc === null ? html`<p>The baseline did not write its momenta.</p>` : tables('m2cc-', m2cc, FILE)}
    <p>
      Residual: predicted − true. ${symbol('q', '1')} belongs to branch 1, ${symbol('q', '2')} to
      branch 2. Events without a minimum are left out.
    </p>`;
}

const UNCOMPARED = html`<p>
  The branches of this training have other visible particles than those of the events, so its
  invisible momenta have no true partners.
</p>`;

/** Events whose pairing is that of the file, in words. */
const FILE = {
  right: 'with a and b as they belong together',
  wrong: 'with b1 and b2 exchanged',
};

/** Events whose pairing the network chose. */
const CHOSEN: typeof FILE = {
  right: 'of which the network chooses the right pairing',
  wrong: 'of which it chooses the wrong one',
};

/** Both tables of one method, its name before their ids. */
function tables(
  method: string,
  { rightPairing, wrongPairing }: Momenta,
  { right, wrong }: typeof FILE
): Html {
  const together = html`Predicted and true invisible momenta, ${count(rightPairing.events)} events
  ${right}`;
  const mixed = html`The same, ${count(wrongPairing.events)} events ${wrong}, each prediction
  compared with the partner of its b`;
  return html`${rightPairing.events > 0 ? metricsTable(`${method}momenta-table`, together, rightPairing) : null}
  ${wrongPairing.events > 0 ? metricsTable(`${method}exchanged-table`, mixed, wrongPairing) : null}`;
}

function metricsTable(id: string, caption: Html, { components }: MomentumMetrics): Html {
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
