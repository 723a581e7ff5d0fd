import type { Evaluation, MomentumMetrics } from '@deelema/records';
import { count, html, number, section, symbol, table } from '@deelema/pages';
import type { Html, Section } from '@deelema/pages';
import { NO_BASELINES, NO_MOMENTA } from './not-run.ts';

type Truth = NonNullable<Evaluation['truth']>;
type Momenta = Pick<Truth, 'rightPairing' | 'wrongPairing'>;

/** Predicted against true invisible momenta. */
export function momenta(evaluation: Evaluation): Section {
  const { truth } = evaluation;
  return section(
    'momenta',
    'Invisible momenta',
    truth === null
      ? html`<p>The true invisible momenta are not known.</p>`
      : known(truth, evaluation)
  );
}

function known({ m2cc, ...deelema }: Truth, { baselines }: Evaluation): Html {
  return html`<h3>DeeLeMa</h3>
    ${deelema.heatMaps.length === 0 ? UNCOMPARED : tables(['', html`DeeLeMa`], deelema, deelema.pairing === null ? FILE : CHOSEN)}
    <h3>${M2CC}</h3>
    ${m2cc === null ? html`<p>${baselines === null ? NO_BASELINES : NO_MOMENTA}</p>` : tables(['m2cc-', M2CC], m2cc, FILE)}
    <p>
      Residual: predicted − true. ${symbol('q', '1')} belongs to branch 1, ${symbol('q', '2')} to
      branch 2.${m2cc === null ? null : ' Events without a minimum are left out.'}
    </p>`;
}

const M2CC = html`<var>M</var><sub>2CC</sub>(ab)`;

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

/** Both tables of one method: what their ids begin with, and its name. */
function tables(
  [prefix, method]: readonly [string, Html],
  { rightPairing, wrongPairing }: Momenta,
  { right, wrong }: typeof FILE
): Html {
  const together = html`Invisible momenta by ${method} beside the true ones,
  ${count(rightPairing.events)} events ${right}`;
  const mixed = html`The same by ${method}, ${count(wrongPairing.events)} events ${wrong}, each
  prediction compared with the partner of its b`;
  return html`${rightPairing.events > 0 ? metricsTable(`${prefix}momenta-table`, together, rightPairing) : null}
  ${wrongPairing.events > 0 ? metricsTable(`${prefix}exchanged-table`, mixed, wrongPairing) : null}`;
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
