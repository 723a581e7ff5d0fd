// @ts-check
/**
 * Takes figures and tables of the studies into docs/method.md: copies out/charts/*.png to docs/images/method-*.png, and
 * puts each study's table, and its figures, between the comments that bear its name:
 *
 *     node scripts/method-figures.mjs
 *
 * Run it after the studies (`npx nx run spectra:study`); a study that has not been made is left as it stands.
 */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const STUDIES = ['spectra', 'pulls', 'conditions', 'mass-scale', 'loss-valley', 'topologies'];

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/method.md');

let text = readFileSync(page, 'utf8');
for (const study of STUDIES) {
  const out = join(root, 'pipelines', study, 'out');
  if (!existsSync(join(out, 'charts/charts.json'))) {
    console.log(`${study}: not made, left as it stands`);
    continue;
  }
  const pictures = copyFigures(study, join(out, 'charts'));
  const parts = [tableOf(join(out, 'collect/table.md')), ...pictures];
  text = replaced(text, study, parts.join('\n\n'));
  console.log(`${study}: a table, figures: ${pictures.length}`);
}
writeFileSync(page, await format(text, { ...(await resolveConfig(page)), filepath: page }));

/**
 * Copies the figures of a study.
 *
 * @param {string} study
 * @param {string} charts
 * @returns {string[]} An image and its caption in Markdown, for each figure.
 */
function copyFigures(study, charts) {
  /** @type {{ figures: { id: string, title: string, caption: string, png: string }[] }} */
  const list = JSON.parse(readFileSync(join(charts, 'charts.json'), 'utf8'));
  return list.figures.map(({ id, title, caption, png }) => {
    const name = id === study ? `method-${study}.png` : `method-${study}-${id}.png`;
    copyFileSync(join(charts, png), join(root, 'docs/images', name));
    return `![${title}](images/${name})\n\n${caption}`;
  });
}

/** The table alone, without heading and note. @param {string} file */
function tableOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('|')).join('\n');
}

/**
 * The page with other words between two comments.
 *
 * @param {string} markdown
 * @param {string} study
 * @param {string} words
 */
function replaced(markdown, study, words) {
  const [begin, end] = [`<!-- ${study} -->`, `<!-- /${study} -->`];
  const [from, to] = [markdown.indexOf(begin), markdown.indexOf(end)];
  if (from < 0 || to < from) {
    throw new Error(
      `docs/method.md has no ${begin} followed by ${end}: put both where the table belongs.`
    );
  }
  return `${markdown.slice(0, from + begin.length)}\n\n${words}\n\n${markdown.slice(to)}`;
}
