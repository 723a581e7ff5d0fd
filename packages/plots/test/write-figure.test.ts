import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { drawSvg, writeFigure } from '@deelema/plots';

const FIGURE = {
  id: 'course',
  title: 'A <script>alert(1)</script> & "more"',
  caption: 'Of three points.',
  data: [{ panel: '*m*_{A} [GeV]', epoch: 1, value: 1 / 3 }],
  spec: {
    width: 120,
    height: 80,
    data: { values: [1, 2, 3].map((epoch) => ({ epoch, y: epoch / 3 })) },
    mark: 'line',
    encoding: {
      x: { field: 'epoch', type: 'quantitative', axis: { title: 'Epoch' } },
      y: { field: 'y', type: 'quantitative', axis: { title: '*m*_{A} [GeV]' } },
    },
  },
} as const;

async function write() {
  const dir = temporaryFolder();
  const written = await writeFigure(FIGURE, 1, (name) => join(dir, name));
  return { dir, written, read: (name: string) => readFileSync(join(dir, name), 'utf8') };
}

describe('writeFigure', () => {
  it('writes drawing, picture, table and specification, and says their names', async () => {
    const { dir, written, read } = await write();
    const { svg, png, data, spec } = written;
    expect(readdirSync(dir).sort()).toEqual([data, png, svg, spec].sort());
    expect(read(data)).toBe('panel,epoch,value\r\nm_A [GeV],1,0.3333333333\r\n');
    expect(written.panels).toMatchObject([
      { width: 120, height: 80, vertical: { title: 'm_A [GeV]' } },
    ]);
  });

  it('writes a specification that draws the same figure again', async () => {
    const { read } = await write();
    const spec = JSON.parse(read('course.vl.json')) as TopLevelSpec;
    expect(spec.$schema).toBe('https://vega.github.io/schema/vega-lite/v6.json');
    const { svg } = await drawSvg(FIGURE.id, FIGURE.title, spec);
    expect(read('course.svg').replace(/<style>.*?<\/style>/, '')).toBe(svg);
    expect(read('course.vl.json')).toContain('"y":0.3333333333}');
  });

  it('lets no markup of a title into the drawing', async () => {
    const svg = (await write()).read('course.svg');
    expect(svg).not.toContain('<script');
    expect(svg).toContain('aria-label="A &lt;script>alert(1)&lt;/script> &amp; &quot;more&quot;"');
  });
});
