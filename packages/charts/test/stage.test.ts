import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureListSchema } from '@deelema/records';
import type { StageMember } from '@deelema/stage';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { stageContext } from '../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { PAPER_TRAINING } from '../../../test/support/trainings.ts';
import { inputFolder } from '../../stage/src/folders.ts';
import { config } from '../src/config.mjs';
import { stage } from '../src/index.ts';
import { smallTable } from './support.ts';

const EVERYTHING = [
  { kind: 'deviations', name: 'masses', band: 0.2, title: 'All masses' },
  {
    kind: 'curve',
    name: 'by-spectrum',
    x: 'spectrum',
    split: 'recipe',
    quantities: ['auxiliary.mA'],
  },
  { kind: 'training', name: 'training', where: { recipe: 'paper' } },
  { kind: 'curve', name: 'nothing', x: 'spectrum', quantities: ['events'] },
];

async function run(settings: unknown, base = temporaryFolder()) {
  writeFileSync(join(base, 'table.json'), JSON.stringify(smallTable()));
  const members = smallTable().members.map(({ name, labels }): StageMember => {
    const dir = join(base, name);
    mkdirSync(dir);
    writeFileSync(join(dir, 'training.json'), JSON.stringify(PAPER_TRAINING));
    return { name, labels, inputs: { train: inputFolder('train', dir) } };
  });
  const context = stageContext('charts', config.parse(settings), {
    base,
    inputs: { collect: base },
  });
  const result = await stage.run({ ...context, members });
  const { dir } = context.out;
  const text = readFileSync(join(dir, 'charts.json'), 'utf8');
  return { dir, result, list: figureListSchema.parse(JSON.parse(text)) };
}

describe('charts', () => {
  it('writes an SVG and a PNG of each chart, lists them, and those that cannot be drawn', async () => {
    const { dir, result, list } = await run({ draw: EVERYTHING });
    expect(result).toEqual({ counts: { charts: 3, skipped: 1 } });
    expect(list.figures.map(({ id }) => id)).toEqual(['masses', 'by-spectrum', 'training']);
    expect(list.figures[0].title).toBe('All masses');
    expect(list.skipped).toMatchObject([{ id: 'nothing' }]);
    const files = list.figures.flatMap(({ svg, png, data, spec }) => [svg, png, data, spec]);
    expect(readdirSync(dir).sort()).toEqual([...files, 'charts.json'].sort());
  });

  it('paints PNGs that another decoder reads, of twice the size of the drawing, and not blank', async () => {
    const { dir, list } = await run({ draw: EVERYTHING });
    for (const { png, width, height } of list.figures) {
      const bytes = readFileSync(join(dir, png));
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
      // Frames, lines and labels alone cover about a hundredth.
      expect(inked(bytes, 2 * width, 2 * height)).toBeGreaterThan(0.005);
    }
  });

  it('draws the deviations if it is told nothing', async () => {
    const { list } = await run({});
    expect(list.figures.map(({ id }) => id)).toEqual(['deviations']);
  });

  it('writes the same bytes again', async () => {
    const [first, second] = [await run({ draw: EVERYTHING }), await run({ draw: EVERYTHING })];
    for (const name of readdirSync(first.dir)) {
      const again = readFileSync(join(second.dir, name));
      expect(readFileSync(join(first.dir, name)).equals(again), name).toBe(true);
    }
  });
});

/** Fraction of pixels that are not white. */
function inked(png: Buffer, width: number, height: number): number {
  const size = `width="${width}" height="${height}"`;
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>` +
    `<image xlink:href="${href}" ${size}/></svg>`;
  const { pixels } = new Resvg(svg).render();
  let count = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i] < 250 || pixels[i + 1] < 250 || pixels[i + 2] < 250) ++count;
  }
  return count / (width * height);
}
