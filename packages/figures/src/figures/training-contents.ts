import { COLOURS, DASHES } from '@deelema/plots';
import type { Series, SeriesStyle } from '@deelema/plots';
import type { Evaluation, HistoryEntry } from '@deelema/records';
import type { TrainingPanel } from './training-panels.ts';

/** What a panel shows, but for its place in the figure. */
export type Content = Omit<TrainingPanel, 'xTitle' | 'legend' | 'width' | 'height'>;

const LOSSES: Series = {
  training: [COLOURS.blue, DASHES.solid],
  validation: [COLOURS.orange, DASHES.dashed],
};

/** Of the masses and their resolutions, in the order of the record. */
const MASS_STYLES: readonly SeriesStyle[] = [
  [COLOURS.purple, DASHES.solid],
  [COLOURS.green, DASHES.dashed],
  [COLOURS.sky, DASHES.dashDotted],
  [COLOURS.orange, DASHES.dotted],
];

/** The same in words. */
const STYLE_NAMES = ['purple', 'green, dashed', 'sky blue, dash-dotted', 'orange, dotted'] as const;

const TRUE_MASSES = 'true masses';
const TRUTH: Series = { [TRUE_MASSES]: [COLOURS.vermilion, DASHES.dotted] };

/** @returns Whether the loss has resolutions of the masses, which are trained along. */
export function hasResolutions({ training }: Evaluation): boolean {
  return training.history.some((entry) => entry.resolutions !== null);
}

/** The losses of a phase. */
export function losses(entries: readonly HistoryEntry[], { training }: Evaluation): Content {
  const points = entries.flatMap(({ epoch, trainLoss, validationLoss }) => [
    { epoch, y: trainLoss, series: 'training' },
    ...(validationLoss === null ? [] : [{ epoch, y: validationLoss, series: 'validation' }]),
  ]);
  // Of a logarithm of a density differences mean something, and ratios nothing.
  const logarithmic = training.lossUnit !== 'nats';
  return { points, series: LOSSES, yTitle: `Loss [${training.lossUnit}]`, logarithmic };
}

/** The auxiliary masses of a phase, and the true ones. */
export function auxiliaryMasses(entries: readonly HistoryEntry[], { truth }: Evaluation): Content {
  const names = namesIn(entries.map(({ masses }) => masses));
  const known = new Map(Object.entries(truth?.masses ?? {}));
  const rules = names.flatMap((name) => {
    const y = known.get(name)?.median ?? null;
    return y === null ? [] : [{ y, series: TRUE_MASSES }];
  });
  const series = seriesOf('m', names);
  return {
    points: entries.flatMap(({ epoch, masses }) => curvesOf('m', epoch, masses)),
    rules,
    series: rules.length === 0 ? series : { ...series, ...TRUTH },
    yTitle: 'Auxiliary mass [GeV]',
    logarithmic: false,
  };
}

/** The resolutions of the auxiliary masses of a phase. */
export function resolutions(entries: readonly HistoryEntry[]): Content {
  return {
    points: entries.flatMap(({ epoch, ...entry }) => curvesOf('τ', epoch, entry.resolutions ?? {})),
    series: seriesOf('τ', namesIn(entries.map((entry) => entry.resolutions ?? {}))),
    yTitle: 'Resolution [GeV]',
    logarithmic: true,
  };
}

/** @returns How the lines of the masses are drawn, in words. */
export function massStyles(entries: readonly HistoryEntry[]): string {
  const names = namesIn(entries.map(({ masses }) => masses));
  return names.map((name, i) => `m_${name} ${STYLE_NAMES[i % STYLE_NAMES.length]}`).join('; ');
}

function namesIn(records: readonly Readonly<Record<string, number>>[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))];
}

function seriesOf(letter: string, names: readonly string[]): Series {
  const styled = names.map((name, i) => [
    symbol(letter, name),
    MASS_STYLES[i % MASS_STYLES.length],
  ]);
  return Object.fromEntries(styled) as Series;
}

function curvesOf(letter: string, epoch: number, values: Readonly<Record<string, number>>) {
  return Object.entries(values).map(([name, y]) => ({ epoch, y, series: symbol(letter, name) }));
}

function symbol(letter: string, name: string): string {
  return `*${letter}*_{${name}}`;
}
