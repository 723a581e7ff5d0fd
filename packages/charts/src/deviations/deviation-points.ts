import type { TableMember } from '@deelema/records';
import { numberOf, publishedNumber, trueMass } from '../members.ts';
import type { Method } from '../settings/deviations.mjs';

/** One measured mass beside the true one. */
export interface DeviationPoint {
  readonly row: string;
  readonly series: string;
  /** 100 (measured − true) / true, and the ends of its error bar; %. */
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

/** A published mass beside the true one. */
export type PublishedPoint = Pick<DeviationPoint, 'row' | 'series' | 'deviation'>;

/** What is known of a mass. */
export interface MassContent {
  readonly mass: string;
  readonly points: readonly DeviationPoint[];
  readonly published: readonly PublishedPoint[];
}

/** A member and what its row is called. */
export interface Row {
  readonly label: string;
  readonly member: TableMember;
}

/** Legend entries of the methods, and where their masses stand in the table. */
export const METHOD_TITLES: Readonly<Record<Method, string>> = {
  auxiliary: 'training',
  likelihood: 'likelihood of solutions',
  solvability: 'solvability',
  'endpoint.m2cc': 'end of *M*_{2CC}',
  'endpoint.mt2': 'end of *M*_{T2}',
};

/** The subsystems of the antler, by the mass that each bounds. */
const SUBSYSTEMS = new Map([
  ['A', 'ab'],
  ['B', 'b'],
]);

/** The quantity of a mass by a method; that of the end of a distribution is named by its subsystem. */
export function quantityOf(method: Method, mass: string): string {
  const subsystem = SUBSYSTEMS.get(mass);
  return method.startsWith('endpoint.') && subsystem !== undefined
    ? `${method}_${subsystem}`
    : `${method}.m${mass}`;
}

/**
 * The deviations of one mass by one method; rows without it or without the truth are left out.
 *
 * @param rows The members.
 * @param method The method.
 * @param mass The mass.
 */
export function deviationPoints(
  rows: readonly Row[],
  method: Method,
  mass: string
): DeviationPoint[] {
  return rows.flatMap(({ label, member }) => {
    const { value, error } = numberOf(member, quantityOf(method, mass));
    const truth = trueMass(member, mass);
    if (value === null || truth === null || truth <= 0) return [];
    const deviation = (100 * (value - truth)) / truth;
    const half = (100 * (error ?? 0)) / truth;
    const ends = { low: deviation - half, high: deviation + half };
    return [{ row: label, series: METHOD_TITLES[method], deviation, ...ends }];
  });
}

/**
 * The deviations of one mass by one method that publications say; of the training also where they say it in place of
 * the mass.
 *
 * @param rows The members.
 * @param method The method.
 * @param mass The mass.
 */
export function publishedPoints(
  rows: readonly Row[],
  method: Method,
  mass: string
): PublishedPoint[] {
  return rows.flatMap(({ label, member }) => {
    const value = publishedNumber(member, quantityOf(method, mass));
    const truth = trueMass(member, mass);
    const relative = method === 'auxiliary' ? publishedNumber(member, `deviation.m${mass}`) : null;
    const found = value === null || truth === null || truth <= 0 ? relative : value / truth - 1;
    if (found === null) return [];
    return [{ row: label, series: METHOD_TITLES[method], deviation: 100 * found }];
  });
}
