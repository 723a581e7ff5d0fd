// @ts-check
import { suggest } from '@deelema/workflow';

/** @typedef {import('zod').output<typeof import('../config.mjs').config>['draw'][number]} Chart */
/** @typedef {ReturnType<import('@deelema/workflow').CheckStudy>[number]} Mistake */
/** @typedef {Pick<import('@deelema/workflow').Study, 'axes' | 'members'>} Study */

/**
 * What is wrong with the charts in this study: axes and labels that it has not, members that cannot be told apart.
 *
 * @param {{ draw: readonly Chart[] }} config
 * @param {Study} study
 * @returns {Mistake[]}
 */
export function checkStudy({ draw }, study) {
  return draw.flatMap((chart, i) => {
    const unknown = [...checkAxes(chart, study), ...checkLabels(chart, study)];
    const mistakes = unknown.length > 0 ? unknown : checkDistinct(chart, study);
    return mistakes.map(({ path, sentence }) => ({ path: ['draw', i, ...path], sentence }));
  });
}

/**
 * The axes that a chart names, and where.
 *
 * @param {Chart} chart
 * @returns {[PropertyKey[], string][]}
 */
function axesOf(chart) {
  /** @type {[PropertyKey[], string][]} */
  const named = Object.keys(chart.where).map((axis) => [['where', axis], axis]);
  if (chart.kind === 'deviations') {
    (chart.rows ?? []).forEach((axis, i) => named.push([['rows', i], axis]));
    return named;
  }
  if (chart.kind === 'curve') named.push([['x'], chart.x]);
  else if (chart.panels !== undefined) named.push([['panels'], chart.panels]);
  if (chart.split !== undefined) named.push([['split'], chart.split]);
  return named;
}

/** @param {Chart} chart @param {Study} study @returns {Mistake[]} */
function checkAxes(chart, { axes }) {
  const names = axes.map(({ name }) => name);
  return axesOf(chart)
    .filter(([, axis]) => !names.includes(axis))
    .map(([path, axis]) => ({
      path,
      sentence:
        names.length === 0
          ? `names the axis "${axis}", and the study has no matrix.`
          : `names no axis "${axis}" of the study's matrix.${suggest(axis, names)}`,
    }));
}

/** @param {Chart} chart @param {Study} study @returns {Mistake[]} */
function checkLabels(chart, { axes }) {
  /** @type {[PropertyKey[], string, readonly string[]][]} */
  const named = Object.entries(chart.where).map(([axis, labels]) => [['where'], axis, labels]);
  if (chart.kind === 'curve' && chart.values) {
    named.push([['values'], chart.x, Object.keys(chart.values)]);
  }
  return named.flatMap(([path, axis, labels]) => {
    const values = axes.find(({ name }) => name === axis)?.values;
    if (values === undefined) return [];
    return labels
      .filter((label) => !Object.hasOwn(values, label))
      .map((label) => ({
        path,
        sentence: `names "${label}", and the axis "${axis}" has no such label.${suggest(label, Object.keys(values))}`,
      }));
  });
}

/** Two members at one place are drawn over each other. @param {Chart} chart @param {Study} study @returns {Mistake[]} */
function checkDistinct(chart, study) {
  const { members } = study;
  const chosen = members.filter(({ labels }) =>
    Object.entries(chart.where).every(([axis, wanted]) => wanted.includes(labels[axis]))
  );
  if (members.length > 0 && chosen.length === 0) {
    return [{ path: ['where'], sentence: 'leaves no member of the study.' }];
  }
  const axes = placeOf(chart);
  if (axes === undefined) return [];
  // Of groups: one axis more, for collect puts its members together.
  const tellApart = groupsAreDrawn(chart)
    ? study.axes.filter(({ name }) => !axes.includes(name)).map(({ name }) => [...axes, name])
    : [axes];
  const [first, ...others] = tellApart.map((by) => together(chosen, by));
  if (first === undefined || others.some((pair) => pair === undefined)) return [];
  return [
    {
      path: [],
      sentence: `draws the members ${first.join(' and ')} at the same place: name a further axis, or choose members by "where".`,
    },
  ];
}

/** @param {Chart} chart */
function groupsAreDrawn(chart) {
  return chart.kind !== 'training' && chart.over;
}

/**
 * The first two members that have the same labels of all axes.
 *
 * @param {Study['members']} members
 * @param {readonly string[]} axes
 * @returns {string[] | undefined} Their names.
 */
function together(members, axes) {
  const places = members
    .filter(({ labels }) => axes.every((axis) => Object.hasOwn(labels, axis)))
    .map(({ name, labels }) => ({ name, place: axes.map((axis) => labels[axis]).join(' ') }));
  const twice = places.find(({ place }, i) => places.findIndex((p) => p.place === place) !== i);
  const first = places.find(({ place }) => place === twice?.place);
  return first === undefined || twice === undefined ? undefined : [first.name, twice.name];
}

/** The axes that tell members apart; undefined where their names do. @param {Chart} chart */
function placeOf(chart) {
  if (chart.kind === 'deviations') return chart.rows;
  const { split } = chart;
  if (chart.kind === 'curve') return split === undefined ? [chart.x] : [chart.x, split];
  if (split === undefined) return undefined;
  return chart.panels === undefined ? [split] : [chart.panels, split];
}
