// @ts-check
import { suggest } from '@deelema/workflow';

/** @typedef {import('zod').output<typeof import('../config.mjs').config>} Config */
/** @typedef {ReturnType<import('@deelema/workflow').CheckStudy>[number]} Mistake */
/** @typedef {Pick<import('@deelema/workflow').Study, 'axes' | 'members' | 'until'>} Study */

/**
 * What is wrong with the page in this study: axes, labels and members that it has not, and members without figures.
 *
 * @param {Config} config
 * @param {Study} study
 * @returns {Mistake[]}
 */
export function checkStudy({ tables, figures, items }, study) {
  return [
    ...checkUntil(study),
    ...tables.flatMap((table, i) => under(['tables', i], checkTable(table, study))),
    ...figures.flatMap(({ member }, i) =>
      checkName(['figures', i, 'member'], member, namesOfMembers(study))
    ),
    ...items.flatMap(({ of, figure }, i) => checkOf(['items', i, 'of'], { of, figure }, study)),
  ];
}

/** @param {Study} study @returns {Mistake[]} */
function checkUntil({ until }) {
  if (until === 'report') return [];
  return [
    {
      path: [],
      sentence: `shows figures of the members and links their reports, and the study makes its members until "${until}": expected "until: report" in this file.`,
    },
  ];
}

/** @param {readonly PropertyKey[]} path @param {readonly Mistake[]} mistakes @returns {Mistake[]} */
function under(path, mistakes) {
  return mistakes.map((mistake) => ({ ...mistake, path: [...path, ...mistake.path] }));
}

/** @param {Config['tables'][number]} table @param {Study} study @returns {Mistake[]} */
function checkTable({ where, rows = [] }, study) {
  const unknown = [
    ...Object.keys(where).flatMap((axis) => checkAxis(['where', axis], axis, study)),
    ...rows.flatMap((axis, i) => checkAxis(['rows', i], axis, study)),
    ...Object.entries(where).flatMap(([axis, labels]) => checkLabels(axis, labels, study)),
  ];
  if (unknown.length > 0) return unknown;
  const left = study.members.some(({ labels }) =>
    Object.entries(where).every(([axis, wanted]) => wanted.includes(labels[axis]))
  );
  return left ? [] : [{ path: ['where'], sentence: 'leaves no member of the study.' }];
}

/** @param {PropertyKey[]} path @param {string} axis @param {Study} study @returns {Mistake[]} */
function checkAxis(path, axis, { axes }) {
  const names = axes.map(({ name }) => name);
  if (names.includes(axis)) return [];
  const sentence =
    names.length === 0
      ? `names the axis "${axis}", and the study has no matrix.`
      : `names no axis "${axis}" of the study's matrix.${suggest(axis, names)}`;
  return [{ path, sentence }];
}

/** @param {string} axis @param {readonly string[]} labels @param {Study} study @returns {Mistake[]} */
function checkLabels(axis, labels, { axes }) {
  const values = axes.find(({ name }) => name === axis)?.values;
  if (values === undefined) return [];
  return labels
    .filter((label) => !Object.hasOwn(values, label))
    .map((label) => ({
      path: ['where', axis],
      sentence: `names "${label}", and the axis "${axis}" has no such label.${suggest(label, Object.keys(values))}`,
    }));
}

/** A figure belongs to a member, a number to a member or a group. @param {PropertyKey[]} path @param {{ of?: string | undefined, figure?: string | undefined }} item @param {Study} study @returns {Mistake[]} */
function checkOf(path, { of, figure }, study) {
  if (of === undefined) return [];
  const members = namesOfMembers(study);
  return checkName(path, of, figure === undefined ? [...members, ...groupNames(study)] : members);
}

/** @param {PropertyKey[]} path @param {string} name @param {readonly string[]} known @returns {Mistake[]} */
function checkName(path, name, known) {
  if (known.includes(name)) return [];
  const sentence = `names "${name}", and the study has no such member.${suggest(name, known)}`;
  return [{ path, sentence }];
}

/** @param {Study} study */
function namesOfMembers({ members }) {
  return members.map(({ name }) => name);
}

/** Whatever the axis is that they are made over; one whose members share no label is called "all". @param {Study} study */
function groupNames({ axes, members }) {
  const names = axes.flatMap((over) =>
    members
      .filter(({ labels }) => Object.hasOwn(labels, over.name))
      .map(({ labels }) => {
        const shared = Object.keys(labels).filter((name) => name !== over.name);
        return shared.map((name) => labels[name]).join('-') || 'all';
      })
  );
  return [...new Set(names)];
}
