// @ts-check
/**
 * Takes numbers and the opening figure of the study `paper` (or of `paper-fast`, if it is named) into README.md: copies
 * out/charts/contamination.png to docs/images/paper-contamination.png, and writes the table between the comments `paper`.
 *
 *     node scripts/paper-numbers.mjs [paper-fast]
 *
 * Run it after the study (`npx nx run paper:study`).
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** @typedef {{ value: number | null, error: number | null }} Measured */
/** @typedef {{ members: number, mean: number | null, spread: number | null }} Spread */
/** @typedef {{ name: string, numbers: Record<string, Measured>, published: { values: Record<string, number> } | null }} Member */
/** @typedef {{ name: string, members: number, numbers: Record<string, Spread>, published: Member['published'] }} Group */
/** @typedef {{ members: Member[], groups: { groups: Group[] } | null }} Table */

const study = process.argv[2] ?? 'paper';
const root = join(import.meta.dirname, '..');
const out = join(root, 'pipelines', study, 'out');
const page = `pipelines/${study}/out/summary/summary.html`;

/** @type {Table} */
const table = JSON.parse(readFileSync(join(out, 'collect/table.json'), 'utf8'));
copyFileSync(
  join(out, 'charts/contamination.png'),
  join(root, 'docs/images/paper-contamination.png')
);

const MASSES = ['auxiliary.mA', 'auxiliary.mB'];
const rows = [
  ...['00', '10', '20', '50'].map((share) =>
    row(`Table I, E_C = ${Number(share)} %`, `toy-ec${share}`, 'paper')
  ),
  figureRow('Figure 4: momenta against the truth', 'toy-ec00-paper-1', 'momenta'),
  figureRow('Figure 5: masses of the toy', 'toy-ec00-paper-1', 'masses'),
  figureRow('Figure 6: masses of t t̄', 'ttbar-ec20-paper-ttbar-1', 'masses'),
  row('t t̄, E_C = 20 %, smeared', 'ttbar-ec20', 'paper-ttbar'),
];
const text = [
  '| of the paper | file | its recipe, ours (m̃_A, m̃_B in GeV) | default recipe, ours | the paper’s |',
  '| --- | --- | --- | --- | --- |',
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
].join('\n');

const readme = join(root, 'README.md');
const between = /(<!-- paper -->)[^]*(<!-- \/paper -->)/;
const content = readFileSync(readme, 'utf8').replace(between, `$1\n\n${text}\n\n$2`);
writeFileSync(
  readme,
  await format(content, { ...(await resolveConfig(readme)), filepath: readme })
);

/** @param {string} item @param {string} sample @param {string} recipe */
function row(item, sample, recipe) {
  const { published } = find(`${sample}-${recipe}`);
  const theirs = published ? MASSES.map((name) => published.values[name]).join(', ') : '';
  return [
    item,
    `\`${page}\``,
    numbers(`${sample}-${recipe}`),
    numbers(`${sample}-deelema`),
    theirs,
  ];
}

/** @param {string} item @param {string} member @param {string} figure */
function figureRow(item, member, figure) {
  const ours = member.replace(/paper(-ttbar)?/, 'deelema');
  const file = (/** @type {string} */ name) =>
    `\`pipelines/${study}/out/members/${name}/figures/${figure}.svg\``;
  return [item, file(member), '', file(ours), ''];
}

/** The group of that name, or its first member where the study makes no groups or has one seed of it. @param {string} name */
function find(name) {
  const found =
    table.groups?.groups.find((group) => group.name === name && group.members > 1) ??
    table.members.find((member) => member.name === `${name}-1`);
  if (!found)
    throw new Error(`${study} has no member ${name}: run npx nx run ${study}:study again.`);
  return found;
}

/** @param {string} name */
function numbers(name) {
  const { numbers: all } = find(name);
  return MASSES.map((mass) => say(all[mass])).join(', ');
}

/** Mean ± spread of a group, number ± standard error of a member. @param {Measured | Spread} number */
function say(number) {
  const [value, width] =
    'mean' in number ? [number.mean, number.spread] : [number.value, number.error];
  if (value === null) return '–';
  const places = width === null || width >= 1 ? 1 : 2;
  return width === null
    ? value.toFixed(places)
    : `${value.toFixed(places)} ± ${width.toFixed(places)}`;
}
