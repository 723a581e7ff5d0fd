import type { HistoryEntry, TableMember } from '@deelema/records';
import type { Histories, SettingsOf } from '../chart.ts';

type Settings = SettingsOf<'training'>;

/** The auxiliary mass of a member after an epoch. */
export interface CoursePoint {
  readonly epoch: number;
  /** GeV. */
  readonly y: number;
  readonly series: string;
}

/**
 * The course of one auxiliary mass of several members.
 *
 * @param members The members of a panel.
 * @param histories The courses of all trainings.
 * @param mass The mass.
 * @param settings The phase, and the axis that names the lines.
 */
export function coursesOf(
  members: readonly TableMember[],
  histories: Histories,
  mass: string,
  settings: Settings
): CoursePoint[] {
  return members.flatMap((member) =>
    entriesOf(histories, member.name, settings.phase).flatMap(({ epoch, masses }) =>
      Object.hasOwn(masses, mass)
        ? [{ epoch, y: masses[mass], series: seriesName(member, settings) }]
        : []
    )
  );
}

/** @returns What the line of a member is called. */
export function seriesName({ name, labels }: TableMember, { split }: Settings): string {
  return split !== undefined && Object.hasOwn(labels, split) ? labels[split] : name;
}

/** The epochs of one phase: of the first if none is named. */
function entriesOf(
  histories: Histories,
  member: string,
  phase: string | undefined
): readonly HistoryEntry[] {
  const history = Object.hasOwn(histories, member) ? histories[member] : [];
  const wanted = phase ?? history.at(0)?.phase;
  return history.filter((entry) => entry.phase === wanted);
}
