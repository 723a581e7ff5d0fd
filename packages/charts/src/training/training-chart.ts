import { paletteOf, panelWidth } from '@deelema/plots';
import type { DataRow, Figure, SkippedFigure } from '@deelema/plots';
import type { TableMember } from '@deelema/records';
import type { ChartSource, SettingsOf } from '../chart.ts';
import { chosenMembers, labelsOf, trueMass } from '../members.ts';
import { listText, membersText } from '../text.ts';
import { coursePanel, TRUE_MASS, TRUTH } from './course-panel.ts';
import { coursesOf, seriesName, type CoursePoint } from './course.ts';

type Settings = SettingsOf<'training'>;

/** Of a panel, px. */
const HEIGHT = 150;

/** A chart has this much room for each entry in a row of its legend, px. */
const ENTRY_WIDTH = 150;

/** Members that share panels. */
interface Row {
  readonly title: string | null;
  readonly members: readonly TableMember[];
}

/** One panel: a mass of the members of a row. */
interface Cell extends Row {
  readonly mass: string;
  readonly points: readonly CoursePoint[];
}

/**
 * The course of the auxiliary masses of several members beside the true masses: a column for each mass, a row for each
 * label of an axis.
 *
 * @param settings Which masses of which members.
 * @param source The table and the courses of the trainings.
 */
export function trainingChart(settings: Settings, source: ChartSource): Figure | SkippedFigure {
  const { name, masses, title = 'Auxiliary masses during the training' } = settings;
  const { table, histories, width } = source;
  const chosen = chosenMembers(table, settings.where);
  const rows = rowsOf(settings, source, chosen);
  const shown = rows.flatMap(({ members }) => members);
  const cells: Cell[] = rows.flatMap((row) =>
    masses.map((mass) => ({
      ...row,
      mass,
      points: coursesOf(row.members, histories, mass, settings),
    }))
  );
  if (cells.every(({ points }) => points.length === 0)) {
    return { id: name, title, reason: 'No member has a training with such masses and phases.' };
  }
  const lines = paletteOf([...new Set(shown.map((member) => seriesName(member, settings)))]);
  const anyTruth = cells.some(({ members, mass }) => truthsOf(members, mass).length > 0);
  const panels = cells.map((cell) =>
    coursePanel({
      points: cell.points,
      truths: truthsOf(cell.members, cell.mass),
      around: settings.around,
      series: anyTruth ? { ...lines, ...TRUTH } : lines,
      title: cell.title,
      yTitle: axisTitleOf(cell.mass),
      columns: Math.max(1, Math.floor(width / ENTRY_WIDTH)),
      width: panelWidth(width, masses.length),
      height: HEIGHT,
    })
  );
  return {
    id: name,
    title,
    caption: caption(settings, source, shown, anyTruth),
    data: cells.flatMap(cellRows),
    spec: {
      concat: panels,
      columns: masses.length,
      resolve: { scale: { color: 'shared', strokeDash: 'shared' } },
    },
  };
}

function rowsOf({ panels }: Settings, { table }: ChartSource, members: TableMember[]): Row[] {
  if (panels === undefined) return [{ title: null, members }];
  return labelsOf(table, panels, members).map((title) => ({
    title,
    members: members.filter(({ labels }) => labels[panels] === title),
  }));
}

function axisTitleOf(mass: string): string {
  return `*m̃*_{${mass}} [GeV]`;
}

/** The points of a panel, and behind them the true masses, which have no epoch. */
function cellRows({ title: row, members, mass, points }: Cell): DataRow[] {
  const truths = truthsOf(members, mass).map((y) => ({ series: TRUE_MASS, epoch: null, y }));
  return [...points, ...truths].map(({ series, epoch, y }) => {
    return { panel: axisTitleOf(mass), row, series, epoch, value: y };
  });
}

/** The true masses of a panel; members of one sample have one. */
function truthsOf(members: readonly TableMember[], mass: string): number[] {
  const known = members.map((member) => trueMass(member, mass));
  return [...new Set(known.filter((truth) => truth !== null))];
}

function caption(
  { masses, panels, phase, around }: Settings,
  { table }: ChartSource,
  members: readonly TableMember[],
  anyTruth: boolean
): string {
  const sentences = [
    `Auxiliary masses of ${listText(masses)} after each epoch${phase === undefined ? '' : ` of “${phase}”`}${
      panels === undefined ? '' : `, a row of panels for each ${panels}`
    }.`,
    ...(anyTruth ? [`Red, dotted: true masses${zoomed(around)}.`] : []),
    `${membersText(members.length, table.study)}.`,
  ];
  return sentences.join(' ');
}

function zoomed(around: number | undefined): string {
  return around === undefined ? '' : `; shown is what lies within ${100 * around} % of them`;
}
