import { COLOURS, DASHES, panelWidth } from '@deelema/plots';
import type { Figure, Series, SeriesStyle } from '@deelema/plots';
import type { Evaluation, Histogram } from '@deelema/records';
import { contentName, massFound, nameOfMasses } from './caption.ts';
import { hasBounds, hasM2cc, massCaption } from './mass-caption.ts';
import { isAntler, massFamilies, namesOf } from './mass-families.ts';
import type { MassFamily } from './mass-families.ts';
import { massPanel, type MassPanel } from './mass-panel.ts';
import { massRows } from './mass-rows.ts';

const BRANCH_1 = 'DeeLeMa, branch 1';
const BRANCH_2 = 'DeeLeMa, branch 2';
const MT2 = '*M*_{T2}';
const M2CC = '*M*_{2CC}';
const TRUE_MASS = 'true mass';

/** Of the masses that the training says. */
const FOUND_MASS = [COLOURS.black, DASHES.dashDotted] as const;

const STYLES = {
  [BRANCH_1]: [COLOURS.blue, DASHES.solid],
  [BRANCH_2]: [COLOURS.orange, DASHES.dashed],
  [MT2]: [COLOURS.grey, DASHES.solid],
  [M2CC]: [COLOURS.green, DASHES.dashed],
  [TRUE_MASS]: [COLOURS.vermilion, DASHES.solid],
  'auxiliary mass': FOUND_MASS,
  'measured mass': FOUND_MASS,
} as const satisfies Record<string, SeriesStyle>;

const PANEL_HEIGHT = 190;

/** Below this width the legend takes two rows, px. */
const NARROW = 800;

/**
 * Distributions of the masses of B and A: DeeLeMa above, M_T2 and M_2CC below, where they were computed; of other decays
 * also of their masses.
 *
 * @param evaluation The evaluation.
 * @param width Width of the figure, px.
 * @see Figs. 5 and 6 of PRR 5, 043186
 */
export function massFigure(evaluation: Evaluation, width: number): Figure {
  const families = massFamilies(evaluation);
  const above = families
    .filter(({ columns }) => columns.length > 0)
    .map((family) => deelemaPanel(evaluation, family, width));
  const below = families
    .filter(({ particle }) => particle !== null)
    // A bound stands below the mass that it bounds, where there is one.
    .sort((one, other) => Math.sign(other.columns.length) - Math.sign(one.columns.length))
    .flatMap((family) => boundsPanel(evaluation, family, width) ?? []);
  return {
    id: 'masses',
    title: `Mass distributions of B and A: DeeLeMa${hasBounds(evaluation) ? ', M_T2 and M_2CC' : ''}`,
    caption: massCaption(evaluation),
    data: [...above, ...below].flatMap(massRows),
    spec: { ...layout(above, below, isAntler(families)), resolve: SHARED },
  };
}

const SHARED = { scale: { color: 'shared', strokeDash: 'shared' } } as const;

/** Each bound below its mass, or all bounds below all masses; masses alone where there are no bounds. */
function layout(above: readonly MassPanel[], below: readonly MassPanel[], paired: boolean) {
  if (below.length === 0) return { concat: above.map(massPanel), columns: 2 };
  if (paired) {
    return {
      hconcat: above.map((panel, i) => ({ vconcat: [massPanel(panel), massPanel(below[i])] })),
    };
  }
  return {
    vconcat: [
      { concat: above.map(massPanel), columns: 2, resolve: SHARED },
      { hconcat: below.map(massPanel), resolve: SHARED },
    ],
  };
}

function common(evaluation: Evaluation, family: MassFamily, first: Histogram, width: number) {
  return {
    marks: marks(evaluation, family),
    series: seriesOf(evaluation),
    columns: width < NARROW ? 3 : 6,
    yTitle: `${contentName(evaluation)} / ${binWidth(first)} GeV`,
    width: panelWidth(width, 2),
    height: PANEL_HEIGHT,
  };
}

function deelemaPanel(evaluation: Evaluation, family: MassFamily, width: number): MassPanel {
  const histograms = family.columns.map(({ column, branch }) => {
    return [branch === 1 ? BRANCH_1 : BRANCH_2, evaluation.histograms[column]] as const;
  });
  const symbols = family.columns.map(({ name, branch }) => `*m*_{${name}${branch}}`);
  return {
    ...common(evaluation, family, histograms[0][1], width),
    histograms,
    xTitle: `${symbols.join(', ')} [GeV]`,
  };
}

/** Null where the bounds were not computed. */
function boundsPanel(evaluation: Evaluation, family: MassFamily, width: number): MassPanel | null {
  const { histograms } = evaluation;
  const subsystem = family.particle === 'A' ? 'ab' : 'b';
  const [mt2, m2cc] = [histograms[`mt2_${subsystem}`], histograms[`m2cc_${subsystem}`]];
  if (mt2 === null) return null;
  const variable = (index: string) => `*M*_{${index}}^{(${subsystem})}`;
  return {
    ...common(evaluation, family, mt2, width),
    histograms: [[MT2, mt2], ...(m2cc === null ? [] : [[M2CC, m2cc] as const])],
    xTitle: `${variable('T2')}${m2cc === null ? '' : `, ${variable('2CC')}`} [GeV]`,
  };
}

function truthIsMarked({ truth }: Evaluation): boolean {
  return truth !== null && Object.values(truth.masses).some(({ median }) => median !== null);
}

/** The lines there are. */
function seriesOf(evaluation: Evaluation): Series {
  const absent = [
    ...(truthIsMarked(evaluation) ? [] : [TRUE_MASS]),
    ...(hasBounds(evaluation) ? [] : [MT2]),
    ...(hasM2cc(evaluation) ? [] : [M2CC]),
    evaluation.measured === null ? 'measured mass' : 'auxiliary mass',
  ];
  return Object.fromEntries(Object.entries(STYLES).filter(([name]) => !absent.includes(name)));
}

function marks(evaluation: Evaluation, family: MassFamily) {
  const names = namesOf(family);
  const known = new Map(Object.entries(evaluation.truth?.masses ?? {}));
  const own = family.particle === null ? names : [...new Set([...names, family.particle])];
  const medians = own.flatMap((name) => known.get(name)?.median ?? []);
  const found = names.map((name) => massFound(evaluation, name).value);
  // The mass that was found comes last: its dashes leave the true mass in sight where the two agree.
  return [
    ...medians.map((mass) => [TRUE_MASS, mass] as const),
    ...found.map((mass) => [nameOfMasses(evaluation), mass] as const),
  ];
}

function binWidth({ low, high, counts }: Histogram): number {
  return Number(((high - low) / counts.length).toPrecision(3));
}
