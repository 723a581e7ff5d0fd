import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { frozenEvaluation, measuredEvaluation } from '../../../test/support/frozen-evaluation.ts';
import { stageContext } from '../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { config } from '../src/config.mjs';
import { stage } from '../src/index.ts';
import { blindEvaluation } from './support.ts';

interface Listed {
  readonly id: string;
  readonly svg: string;
  readonly png: string;
  readonly data: string;
  readonly spec: string;
  readonly panels: readonly unknown[];
  readonly width: number;
  readonly height: number;
}

async function runFigures(evaluation: unknown, settings: unknown = {}) {
  const base = temporaryFolder();
  writeFileSync(join(base, 'evaluation.json'), JSON.stringify(evaluation));
  const folders = { base, inputs: { evaluate: base } };
  const context = stageContext('figures', config.parse(settings), folders);
  await stage.run(context);
  const { dir } = context.out;
  const list = JSON.parse(readFileSync(join(dir, 'figures.json'), 'utf8')) as {
    figures: Listed[];
    skipped: { id: string; reason: string }[];
  };
  return { dir, list };
}

/** Width and height in the header of a PNG. */
function pngSize(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Fraction of pixels that are not white, as another decoder sees them. */
function inked(png: Buffer): number {
  const [width, height] = pngSize(png);
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const size = `width="${width}" height="${height}"`;
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

describe('figures', () => {
  it('writes an SVG and a PNG of each figure and lists them', async () => {
    const { dir, list } = await runFigures(frozenEvaluation());
    expect(list.figures.map(({ id }) => id)).toEqual([
      'masses',
      'momenta',
      'solvability',
      'training',
    ]);
    expect(list.skipped).toEqual([]);
    const files = list.figures.flatMap(({ svg, png, data, spec }) => [svg, png, data, spec]);
    expect(readdirSync(dir).sort()).toEqual([...files, 'figures.json'].sort());
  });

  it('says where values can be read off: in all panels', async () => {
    const { list } = await runFigures(frozenEvaluation());
    // Two above two; six of DeeLeMa and six of M_2CC; the map; loss and masses.
    expect(list.figures.map(({ panels }) => panels.length)).toEqual([4, 12, 1, 2]);
  });

  it('paints PNGs of twice the size of the drawing, and not blank', async () => {
    const { dir, list } = await runFigures(frozenEvaluation());
    for (const { png, width, height } of list.figures) {
      const bytes = readFileSync(join(dir, png));
      expect(pngSize(bytes)).toEqual([2 * width, 2 * height]);
      // Frames, lines and labels alone cover about a hundredth; the map of solvability fills its panel.
      expect(inked(bytes)).toBeGreaterThan(0.01);
      expect(inked(bytes)).toBeLessThan(0.8);
    }
  });

  it('keeps to the width that is set, to a few pixels', async () => {
    for (const [width, evaluation] of [
      [720, frozenEvaluation()],
      [720, measuredEvaluation()],
      [880, measuredEvaluation()],
      [1200, frozenEvaluation()],
    ] as const) {
      const { list } = await runFigures(evaluation, { width, scale: 1 });
      for (const figure of list.figures) {
        expect(Math.abs(figure.width - width)).toBeLessThan(0.03 * width);
      }
    }
  });

  it('writes the same bytes again', async () => {
    const [first, second] = [
      await runFigures(frozenEvaluation()),
      await runFigures(frozenEvaluation()),
    ];
    for (const name of readdirSync(first.dir)) {
      const again = readFileSync(join(second.dir, name));
      expect(readFileSync(join(first.dir, name)).equals(again), name).toBe(true);
    }
  });

  it('gives every figure ids of its own, so that they can share a page', async () => {
    const { dir, list } = await runFigures(frozenEvaluation());
    for (const { id, svg } of list.figures) {
      const text = readFileSync(join(dir, svg), 'utf8');
      const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, name]) => name);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((name) => !name.startsWith(`${id}-`))).toEqual([]);
      const used = [...text.matchAll(/url\(#([^)]*)\)/g)].map(([, name]) => name);
      expect(used.filter((name) => !ids.includes(name))).toEqual([]);
    }
  });

  it('names every drawing for readers who do not see it', async () => {
    const { dir } = await runFigures(frozenEvaluation());
    const svg = readFileSync(join(dir, 'momenta.svg'), 'utf8');
    expect(svg).toMatch(/^<svg role="img" aria-label="Predicted and true invisible momenta" /);
    expect(svg).toContain('<title>Predicted and true invisible momenta</title>');
  });

  it('lists a figure that needs the truth as skipped where there is none', async () => {
    const { list, dir } = await runFigures(blindEvaluation());
    expect(list.figures.map(({ id }) => id)).toEqual(['masses', 'solvability', 'training']);
    expect(list.skipped).toMatchObject([{ id: 'momenta' }]);
    expect(list.skipped[0].reason).toMatch(/not known\.$/);
    expect(readdirSync(dir)).not.toContain('momenta.svg');
  });

  it('refuses an evaluation.json that is none', async () => {
    const failed = runFigures({ ...frozenEvaluation(), auxiliary: undefined });
    await expect(failed).rejects.toMatchObject({ exitCode: 1 });
    await expect(failed).rejects.toThrow('evaluation.json is not what evaluate writes');
  });
});
