import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { figures } from '../src/figures.ts';
import { readFigures } from '../src/read-figures.ts';

const AXIS = { title: `"</figure>' & ü`, scale: 'linear', domain: [0, 1] } as const;
const PANEL = { x: 0, y: 0, width: 1, height: 1, horizontal: AXIS, vertical: AXIS };
const FIGURE = { id: 'a', title: 'A', caption: 'Of a.', drawing: '<svg></svg>' };

describe('figures', () => {
  it('tells where values can be read off, in an attribute', () => {
    const panels = [{ ...PANEL, horizontal: { ...AXIS, domain: [0, 1] as [number, number] } }];
    const { source } = figures([{ ...FIGURE, panels: panels as never }], []);
    const [, data] = /data-panels="([^"]*)"/.exec(source) ?? [];
    expect(data).not.toMatch(/[<>]/);
    const text = data
      ?.replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
    expect(JSON.parse(text ?? '')).toEqual(panels);
    expect(figures([FIGURE], []).source).not.toContain('output');
  });

  it('holds its files under their names', () => {
    const text = 'mass,"a ""b"""\r\n1,ü\r\n';
    const name = `"><script>'x'.csv`;
    const download = { label: 'CSV', name, mediaType: 'text/csv', text };
    const { source } = figures([{ ...FIGURE, downloads: [download] }], []);
    expect(source).toContain('download="&quot;&gt;&lt;script&gt;&#39;x&#39;.csv"');
    const [, data] = /href="data:text\/csv;charset=utf-8;base64,([^"]*)"/.exec(source) ?? [];
    expect(Buffer.from(data ?? '', 'base64').toString()).toBe(text);
  });

  it('keeps the drawing and drops what is said of its parts', () => {
    const part = '<g role="graphics-object" aria-roledescription="rule mark container"><g/></g>';
    const drawing = `<svg role="img" aria-label="A">${part}</svg>`;
    const { source } = figures([{ ...FIGURE, drawing }], []);
    expect(source).toContain('<svg role="img" aria-label="A"><g><g/></g></svg>');
  });

  it('says what was not drawn', () => {
    const { source } = figures([], [{ id: 'b', title: 'B <', reason: 'No events.' }]);
    expect(source).toContain('<p>Not drawn: B &lt;. No events.</p>');
  });
});

describe('readFigures', () => {
  const entry = {
    ...{ id: 'a', title: 'A', caption: 'Of a.', width: 1, height: 1, panels: [] },
    ...{ svg: 'a.svg', png: 'a.png', data: 'a.csv', spec: 'a.vl.json' },
  };

  function read(csv: string, spec: string) {
    const dir = join(temporaryFolder(), 'figures');
    mkdirSync(dir);
    writeFileSync(join(dir, 'a.svg'), '<svg></svg>\n');
    writeFileSync(join(dir, 'a.csv'), csv);
    writeFileSync(join(dir, 'a.vl.json'), spec);
    return readFigures({ dir, project: 'toy', folder: 'figures' }, { figures: [entry] });
  }

  it('reads drawing, data and specification', async () => {
    const [figure] = await read('x,y\r\n1,2\r\n3,4\r\n', '{}');
    expect(figure.drawing).toBe('<svg></svg>');
    expect(figure.downloads?.map(({ label, name }) => [label, name])).toEqual([
      ['CSV (2 rows)', 'toy-a.csv'],
      ['Vega-Lite', 'toy-a.vl.json'],
    ]);
    expect(figure.files).toContain('a.svg, a.png, a.csv, a.vl.json');
  });

  it('only names what is too long to be sent', async () => {
    const [figure] = await read('x\r\n', `"${'0'.repeat(100_000)}"`);
    expect(figure.downloads?.map(({ name }) => name)).toEqual(['toy-a.csv']);
    expect(figure.files).toContain('a.vl.json');
  });

  it('takes figures of another program, which have a drawing alone', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'a.svg'), '<svg></svg>');
    const { data, spec, ...drawn } = entry;
    expect([data, spec]).toEqual(['a.csv', 'a.vl.json']);
    const source = { dir, project: 'toy', folder: 'figures' };
    const [figure] = await readFigures(source, { figures: [drawn] });
    expect(figure.downloads).toEqual([]);
  });
});
