import { isShare } from '@deelema/records';
import type { Quantity, Table, TableMember } from '@deelema/records';
import type { SettingsOf } from '../chart.ts';
import { labelsOf, numberOf, publishedNumber } from '../members.ts';

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

/** What a publication says; in percent if it is a share. */
export interface PublishedPoint extends Pick<CurvePoint, 'x' | 'y'> {
  /** Null where it is that of several lines. */
  readonly series: string | null;
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
  places: Places,
  settings: Settings
): CurvePoint[] {
  const factor = factorOf(quantity);
  return placed(members, places, settings).flatMap(({ member, ...place }) => {
    const { value, error } = numberOf(member, quantity.name);
    if (value === null) return [];
    const [y, half] = [factor * value, factor * (error ?? 0)];
    return [{ ...place, y, low: y - half, high: y + half }];
  });
}

/**
 * What publications say of the quantity, from left to right; none if the settings want none.
 *
 * @param members The members that are shown.
 * @param quantity The quantity.
 * @param places Where the labels stand.
 * @param settings The axes of the places and of the lines.
 */
export function publishedPoints(
  members: readonly TableMember[],
  quantity: Quantity,
  places: Places,
  settings: Settings
): PublishedPoint[] {
  if (!settings.published) return [];
  const points = placed(members, places, settings).flatMap(({ member, ...place }) => {
    const value = publishedNumber(member, quantity.name);
    return value === null ? [] : [{ ...place, y: factorOf(quantity) * value }];
  });
  // Labels have a place for each line.
  return places.numbers === null ? points : eachOnce(points);
}

/** One point of those that lie at the same place. */
function eachOnce(points: readonly PublishedPoint[]): PublishedPoint[] {
  const same = ({ x, y }: PublishedPoint) => points.filter((p) => p.x === x && p.y === y);
  return points
    .filter((point) => same(point)[0] === point)
    .map((point) => (same(point).length > 1 ? { ...point, series: null } : point));
}

function factorOf(quantity: Quantity): number {
  return isShare(quantity) ? 100 : 1;
}

/** The members that have a place, from left to right. */
function placed(
  members: readonly TableMember[],
  { labels, numbers }: Places,
  { x, split }: Settings
) {
  return labels
    .flatMap((label) => members.filter((member) => member.labels[x] === label))
    .map((member) => {
      const label = member.labels[x];
      const series = split === undefined ? '' : (member.labels[split] ?? '');
      return { member, x: numbers?.[label] ?? label, series };
    })
    .sort((a, b) => (typeof a.x === 'number' && typeof b.x === 'number' ? a.x - b.x : 0));
}
