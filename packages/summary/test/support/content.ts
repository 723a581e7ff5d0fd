import type { FigureList, Table, TableGroup, TableMember } from '@deelema/records';
import { frozenEvaluation } from '../../../../test/support/frozen-evaluation.ts';
import { config } from '../../src/config.mjs';
import type { Content } from '../../src/content.ts';

export const QUANTITIES: Table['quantities'] = [
  { name: 'auxiliary.mA', title: 'm̃_A', unit: 'GeV' },
  { name: 'auxiliary.mB', title: 'm̃_B', unit: 'GeV' },
  { name: 'deviation.mA', title: 'm̃_A / true m_A − 1', unit: '' },
  { name: 'pairing.efficiency', title: 'right pairings', unit: '' },
  { name: 'loss.validation', title: 'validation loss', unit: '' },
  { name: 'likelihood.mA', title: 'm_A, likelihood', unit: 'GeV' },
  { name: 'pull.mA', title: 'pull of m̃_A', unit: '' },
  { name: 'events', title: 'events', unit: '' },
];

type Numbers = Readonly<Record<string, readonly [value: number, error: number | null]>>;

/** A member with some numbers; what is not given is null. */
export function member(
  labels: Readonly<Record<string, string>>,
  numbers: Numbers,
  other: Partial<TableMember> = {}
): TableMember {
  const entries = QUANTITIES.map(({ name }) => {
    const [value, error] = Object.hasOwn(numbers, name) ? numbers[name] : [null, null];
    return [name, { value, error }] as const;
  });
  return {
    name: Object.values(labels).join('-'),
    labels: { ...labels },
    sample: 'made up',
    numbers: Object.fromEntries(entries),
    published: null,
    ...other,
  };
}

const PAPER = {
  source: 'PRR 5, 043186, Table I',
  values: { 'auxiliary.mA': 1000, 'auxiliary.mB': 800.5 },
};

/** Two samples by two seeds, and a pipeline that is listed. */
export const MEMBERS: readonly TableMember[] = [
  member({}, { 'auxiliary.mA': [173, 1] }, { name: 'measured-data', sample: '' }),
  member(
    { sample: 'toy-0', seed: '1' },
    {
      'auxiliary.mA': [1002, 1],
      'auxiliary.mB': [800.5, null],
      'deviation.mA': [0.002, 0.001],
      'pairing.efficiency': [0.93, 0.0128],
      'loss.validation': [12.3456, null],
      events: [20000, null],
    },
    { published: PAPER }
  ),
  member({ sample: 'toy-0', seed: '2' }, { 'auxiliary.mA': [998, 1] }, { published: PAPER }),
  member({ sample: 'toy-20', seed: '1' }, { 'auxiliary.mA': [950, null] }),
];

const NOTHING = { members: 0, mean: null, spread: null, meanError: null };

function group(other: Partial<TableGroup>, numbers: TableGroup['numbers']): TableGroup {
  const all = Object.fromEntries(QUANTITIES.map(({ name }) => [name, NOTHING]));
  return {
    name: 'toy-0',
    labels: { sample: 'toy-0' },
    members: 2,
    published: null,
    ...other,
    numbers: { ...all, ...numbers },
  };
}

/** Of 1002 and 998 the mean is 1000 and the spread √8. */
export const GROUPS: NonNullable<Table['groups']> = {
  over: 'seed',
  groups: [
    group(
      { published: { ...PAPER, values: { 'auxiliary.mA': 1010, 'auxiliary.mB': 800.5 } } },
      {
        'auxiliary.mA': { members: 2, mean: 1000, spread: Math.sqrt(8), meanError: 2 },
        'auxiliary.mB': { members: 1, mean: 800.5, spread: null, meanError: null },
      }
    ),
    group(
      { name: 'toy-20', labels: { sample: 'toy-20' }, members: 1 },
      { 'auxiliary.mA': { members: 1, mean: 950, spread: null, meanError: null } }
    ),
  ],
};

export function table(other: Partial<Table> = {}): Table {
  return {
    schemaVersion: 1,
    study: 'paper',
    axes: [
      { name: 'sample', labels: ['toy-0', 'toy-20'] },
      { name: 'seed', labels: ['1', '2'] },
    ],
    quantities: QUANTITIES,
    members: [...MEMBERS],
    groups: null,
    ...other,
  };
}

/** A figure as figures lists it. */
export const MASSES: FigureList['figures'][number] = {
  id: 'masses',
  title: 'Masses',
  caption: 'Masses of B and A.',
  svg: 'masses.svg',
  png: 'masses.png',
  width: 10,
  height: 10,
  panels: [],
};

/** A drawing as Vega makes them: a part of it is named after the figure. */
export const DRAWING =
  '<svg role="img" aria-label="Masses" xmlns="http://www.w3.org/2000/svg" width="10" height="10" ' +
  'viewBox="0 0 10 10"><clipPath id="masses-1"><path d="M0,0h9"/></clipPath>' +
  '<g clip-path="url(#masses-1)"><path d="M0,0h9"/></g></svg>';

export const SOLVABILITY = { id: 'solvability', title: 'Solvability', reason: 'It was not run.' };

/** The page's content: every member has the frozen evaluation, a figure and one that it skipped. */
export function content(settings: object = {}, of: Partial<Table> = {}): Content {
  const made = table(of);
  const figures: FigureList = { schemaVersion: 1, figures: [MASSES], skipped: [SOLVABILITY] };
  const members = made.members.map(
    ({ name }) => [name, { evaluation: frozenEvaluation(), figures }] as const
  );
  const charts = { ...MASSES, id: 'deviations', svg: 'deviations.svg' };
  return {
    settings: config.parse(settings),
    study: 'paper',
    table: made,
    files: { csv: 'member\n', json: '{}\n' },
    charts: { schemaVersion: 1, figures: [charts], skipped: [] },
    members: Object.fromEntries(members),
    figures: [],
    making: [],
    origins: [],
  };
}

/** The cells of the rows of a table as text; spaces and line breaks are folded. */
export function cellsOf(html: string, id: string): string[][] {
  const from = html.slice(html.indexOf(`id="${id}"`));
  const source = from.slice(0, from.indexOf('</table>'));
  return source
    .split('<tr')
    .slice(1)
    .map((row) =>
      [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => words(cell))
    );
}

/** Text without tags. */
export function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/[ \n]+/g, ' ')
    .trim();
}
