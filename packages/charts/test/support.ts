import { drawSvg } from '@deelema/plots';
import type { Figure, SkippedFigure } from '@deelema/plots';
import type { HistoryEntry, Table, TableGroup, TableMember } from '@deelema/records';
import type { ChartSettings, SettingsOf } from '../src/chart.ts';
import { config } from '../src/config.mjs';

const QUANTITIES: Table['quantities'] = [
  { name: 'auxiliary.mA', title: 'm̃_A', unit: 'GeV' },
  { name: 'auxiliary.mB', title: 'm̃_B', unit: 'GeV' },
  { name: 'deviation.mA', title: 'm̃_A / true m_A − 1', unit: '' },
  { name: 'likelihood.mA', title: 'm_A, likelihood', unit: 'GeV' },
  { name: 'likelihood.mB', title: 'm_B, likelihood', unit: 'GeV' },
  { name: 'endpoint.m2cc_ab', title: 'end of M_2CC(ab)', unit: 'GeV' },
  { name: 'endpoint.m2cc_b', title: 'end of M_2CC(b)', unit: 'GeV' },
  { name: 'solvability.mA', title: 'm_A, solvability', unit: 'GeV' },
  { name: 'solvability.mB', title: 'm_B, solvability', unit: 'GeV' },
  { name: 'truth.mA.mean', title: 'true m_A, mean', unit: 'GeV' },
  { name: 'truth.mA.median', title: 'true m_A', unit: 'GeV' },
  { name: 'truth.mB.mean', title: 'true m_B, mean', unit: 'GeV' },
  { name: 'truth.mB.median', title: 'true m_B', unit: 'GeV' },
];

/** A value and its error. */
export type Numbers = Readonly<Record<string, readonly [value: number, error: number | null]>>;

/** The true masses are 1000 and 800 GeV. */
export const TRUTH: Numbers = {
  'truth.mA.mean': [1000, null],
  'truth.mA.median': [1000, null],
  'truth.mB.mean': [800, null],
  'truth.mB.median': [800, null],
};

/** A member with some numbers; what is not given is null. */
export function member(
  labels: Readonly<Record<string, string>>,
  numbers: Numbers,
  name = Object.values(labels).join('-')
): TableMember {
  const entries = QUANTITIES.map(({ name: quantity }) => {
    const [value, error] = Object.hasOwn(numbers, quantity) ? numbers[quantity] : [null, null];
    return [quantity, { value, error }] as const;
  });
  return {
    name,
    labels: { ...labels },
    sample: 'made up',
    numbers: Object.fromEntries(entries),
    published: null,
  };
}

/** A table of members. */
export function tableOf(members: readonly TableMember[]): Table {
  const names = [...new Set(members.flatMap(({ labels }) => Object.keys(labels)))];
  const axes = names.map((name) => {
    const labels = members.flatMap(({ labels: own }) => (name in own ? [own[name]] : []));
    return { name, labels: [...new Set(labels)] };
  });
  return {
    schemaVersion: 1,
    study: 'made-up',
    axes,
    quantities: QUANTITIES,
    members: [...members],
    groups: null,
  };
}

/** Two spectra by two recipes, and a pipeline that is listed without truth; the second recipe has no errors. */
export function smallTable(): Table {
  const heavy = { ...TRUTH, 'endpoint.m2cc_ab': [1012, 3], 'endpoint.m2cc_b': [808, 2] } as const;
  return tableOf([
    member({}, { 'auxiliary.mA': [173, 1] }, 'measured-data'),
    member(
      { spectrum: 'toy', recipe: 'deelema' },
      {
        ...heavy,
        'auxiliary.mA': [1001, 2],
        'auxiliary.mB': [799.6, 0.8],
        'deviation.mA': [0.001, 0.002],
      }
    ),
    member(
      { spectrum: 'toy', recipe: 'paper' },
      {
        ...heavy,
        'auxiliary.mA': [1100, null],
        'auxiliary.mB': [900, null],
        'deviation.mA': [0.1, null],
      }
    ),
    member(
      { spectrum: 'toy-ec20', recipe: 'deelema' },
      {
        ...TRUTH,
        'auxiliary.mA': [999, 2],
        'likelihood.mA': [1000, 1],
        'deviation.mA': [-0.001, 0.002],
      }
    ),
    member(
      { spectrum: 'toy-ec20', recipe: 'paper' },
      { ...TRUTH, 'auxiliary.mA': [1050, null], 'auxiliary.mB': [840, null] }
    ),
  ]);
}

/** A mean and its spread. */
export type Means = Readonly<Record<string, readonly [mean: number, spread: number | null]>>;

/** A group of three members; what is not given is null. */
export function group(labels: TableGroup['labels'], means: Means): TableGroup {
  const entries = QUANTITIES.map(({ name }) => {
    const [mean, spread] = Object.hasOwn(means, name) ? means[name] : [null, null];
    const meanError = spread === null ? null : spread / Math.sqrt(3);
    return [name, { members: mean === null ? 0 : 3, mean, spread, meanError }] as const;
  });
  const name = Object.values(labels).join('-');
  return { name, labels, members: 3, numbers: Object.fromEntries(entries), published: null };
}

/** The settings of one chart, checked and with their defaults. */
export function settingsOf<Kind extends ChartSettings['kind']>(
  kind: Kind,
  settings: Readonly<Record<string, unknown>> = {}
): SettingsOf<Kind> {
  const { draw } = config.parse({ draw: [{ kind, name: 'chart', ...settings }] });
  return draw[0] as SettingsOf<Kind>;
}

/** Epochs in which the masses come closer to 1000 and 800 GeV. */
export function history(phase: string, epochs: number, from = 100): HistoryEntry[] {
  return Array.from({ length: epochs }, (_, i) => ({
    phase,
    epoch: i + 1,
    learningRate: 1e-3,
    trainLoss: 1,
    validationLoss: null,
    masses: { A: 1000 + from / (i + 1), B: 800 + from / (i + 1) },
    resolutions: null,
  }));
}

/** A chart that has something to draw. */
export function drawable(chart: Figure | SkippedFigure): Figure {
  if ('reason' in chart) throw new Error(`${chart.id} was skipped: ${chart.reason}`);
  return chart;
}

/** The SVG of a chart, and the words in it without their markup. */
export async function draw(chart: Figure | SkippedFigure) {
  const { id, title, spec } = drawable(chart);
  const drawing = await drawSvg(id, title, spec);
  const texts = [...drawing.svg.matchAll(/<text\b[^>]*>(.*?)<\/text>/g)].map(([, content]) =>
    content.replace(/<[^>]*>/g, '')
  );
  return { ...drawing, texts };
}

/** The strokes of the symbols in panels that have no filling. */
export function hollow(svg: string): string[] {
  const groups = svg.matchAll(/<g class="mark-symbol role-mark[^"]*"[^>]*>(.*?)<\/g>/g);
  const paths = [...groups].flatMap(([, content]) => content.match(/<path [^>]*>/g) ?? []);
  return paths
    .filter((path) => !path.includes('fill='))
    .map((path) => /stroke="([^"]*)"/.exec(path)?.[1] ?? '');
}
