import { decimalPlaces, knownMass } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import { deviation, html, measured, number, percent, section } from '@deelema/pages';
import type { Html, Section } from '@deelema/pages';
import { measurementNotes, warnings } from './measurement.ts';

type Truth = Evaluation['truth'];
type Measured = NonNullable<Evaluation['measured']>;

/** The headline: the masses that the training found, and how far they are from the truth where it is known. */
export function headline(evaluation: Evaluation): Section {
  const { measured: found, truth, sumOfWeights } = evaluation;
  return section(
    'auxiliary',
    found === null ? 'Auxiliary masses' : 'Measured masses',
    html`${found === null ? null : warnings(found)}
      <div class="cards">
        ${found === null ? auxiliaryCards(evaluation) : measuredCards(found, truth)}
      </div>
      <p>
        ${(found === null ? auxiliaryMasses : measuredMasses)(evaluation.training.topology)}${truth === null ? html` ${UNKNOWN}` : ''}${sumOfWeights > 0 ? '' : html` ${UNDEFINED}`}
      </p>
      ${found === null ? null : measurementNotes(found)}`
  );
}

function auxiliaryCards({ auxiliary, truth }: Evaluation): Html[] {
  return Object.entries(auxiliary).map(
    ([name, value]) =>
      html`<div>
        <h3>Mass of ${name}</h3>
        <p class="mass">${number(value, 2)} GeV</p>
        ${comparison(truth, name)}
      </div>`
  );
}

function comparison(truth: Truth, name: string): Html {
  if (truth === null) return html`<p>true mass not known</p>`;
  const mass = trueMass(truth, name);
  if (mass === undefined) return html`<p>true mass not known</p>`;
  const { median, auxiliaryDeviation } = mass;
  if (median === null) return html`<p>true mass not defined</p>`;
  return html`<p>true ${number(median, 2)} GeV, deviation ${percent(auxiliaryDeviation)}</p>`;
}

function measuredCards({ masses }: Measured, truth: Truth): Html[] {
  return Object.entries(masses).map(
    ([name, mass]) =>
      html`<div>
        <h3>Mass of ${name}</h3>
        <p class="mass">${measured(mass)} GeV</p>
        <p>${errors(mass)}</p>
        ${mass.uncorrected === null ? null : uncorrected(mass.uncorrected, mass.error)}
        ${pull(mass, truth, name)}
      </div>`
  );
}

/** The parts of an error with as many places as the error itself. */
function errors(mass: Measured['masses'][string]): Html {
  const places = decimalPlaces(mass.error);
  const shown = (['statistical', 'calibration', 'network'] as const).map(
    (name, i) => html`${i > 0 ? ', ' : null}${name} ${number(mass[name], places)}`
  );
  return html`error: ${shown} GeV`;
}

function uncorrected(value: number, error: number | null): Html {
  return html`<p>before the correction of its bias ${number(value, decimalPlaces(error))} GeV</p>`;
}

function pull(mass: Measured['masses'][string], truth: Truth, name: string): Html {
  if (truth === null) return html`<p>true mass not known</p>`;
  const found = trueMass(truth, name);
  if (found === undefined) return html`<p>true mass not known</p>`;
  const known = knownMass(found);
  if (known === null) return html`<p>true mass not defined</p>`;
  return html`<p>true ${number(known, 2)} GeV, deviation ${deviation(mass, known)}</p>`;
}

/** What is known of the mass of that name; undefined where the events have no such particle. */
function trueMass({ masses }: NonNullable<Truth>, name: string) {
  return new Map(Object.entries(masses)).get(name);
}

function auxiliaryMasses(topology: string): Html {
  const numbers = topology === 'antler' ? 'two numbers' : 'numbers';
  return html`The auxiliary masses are the ${numbers} that the training finds for all events
  together, in the decays ${decays(topology)}.`;
}

function measuredMasses(topology: string): Html {
  return html`The masses at which the events are most probable to networks that were not trained on
  them, in the decays ${decays(topology)}; what is after ± is one standard error.`;
}

function decays(topology: string): Html {
  return topology === 'antler'
    ? html`A&#160;→&#160;a&#160;B and B&#160;→&#160;b&#160;C`
    : html`${topology}`;
}

const UNDEFINED =
  'The sum of the weights is not positive: means, widths and medians are not defined.';

const UNKNOWN =
  'The source of these events does not say what the invisible particles did, so nothing on this ' +
  'page is compared with the truth.';
