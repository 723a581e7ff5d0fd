import type { Quantity, Table, TableMember } from '@deelema/records';
import type { SettingsOf } from '../chart.ts';
import { labelsOf, numberOf } from '../members.ts';
import { isShare } from '../text.ts';

type Settings = SettingsOf<'curve'>;

/** One number of a member; in percent if it is a share. */
export interface CurvePoint {
  /** Its place along x: a number, or the label itself. */
  readonly x: number | string;
  readonly y: number;
  /** The ends of its error bar. */
  readonly low: number;
  readonly high: number;
  readonly series: string;
}

/** Where the labels of an axis stand. */
export interface Places {
  /** The labels, in the order of the axis. */
  readonly labels: readonly string[];
  /** What they stand for; null where one of them is no number. */
  readonly numbers: Readonly<Record<string, number>> | null;
}

/**
 * The places of the members along the axis of a curve.
 *
 * @param table The table.
 * @param members The members that are shown.
 * @param settings Name of the axis, and what its labels stand for.
 */
export function placesOf(
  table: Table,
  members: readonly TableMember[],
  { x, values = {} }: Settings
): Places {
  const labels = labelsOf(table, x, members);
  const found = labels.map((label) => {
    return [label, Object.hasOwn(values, label) ? values[label] : Number(label)] as const;
  });
  const numeric = found.every(([, value]) => Number.isFinite(value));
  return { labels, numbers: numeric ? Object.fromEntries(found) : null };
}

/**
 * The points of one quantity, from left to right; members without a label or a number are left out.
 *
 * @param members The members that are shown.
 * @param quantity The quantity.
 * @param places Where the labels stand.
 * @param settings The axes of the places and of the lines.
 */
export function curvePoints(
  members: readonly TableMember[],
  quantity: Quantity,
  { labels, numbers }: Places,
  { x, split }: Settings
): CurvePoint[] {
  const factor = isShare(quantity) ? 100 : 1;
  return labels
    .flatMap((label) =>
      members
        .filter((member) => member.labels[x] === label)
        .flatMap((member) => {
          const { value, error } = numberOf(member, quantity.name);
          if (value === null) return [];
          const [y, half] = [factor * value, factor * (error ?? 0)];
          const series = split === undefined ? '' : (member.labels[split] ?? '');
          return [{ x: numbers?.[label] ?? label, y, low: y - half, high: y + half, series }];
        })
    )
    .sort((a, b) => (typeof a.x === 'number' && typeof b.x === 'number' ? a.x - b.x : 0));
}
