import { describe, expect, it } from 'vitest';
import { nestingErrors } from '../../report/test/support/well-formed.ts';
import { page } from '../src/page.ts';
import { cellsOf, content, GROUPS, MEMBERS, member, words } from './support/content.ts';

const NASTY = `<script>alert("x")</script> & 'quotes' <img src=x onerror=y>`;

describe('the page of a study', () => {
  it('is well-formed, has no id twice, and names no id that it has not', () => {
    const items = [{ item: 'Table I', of: 'toy-0', quantities: ['auxiliary.mA'] }];
    const html = page(content({ tables: [{}, { groups: false }], items }, { groups: GROUPS }));
    expect(nestingErrors(html)).toEqual([]);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...html.matchAll(/(?:aria-labelledby="|href="#)([^"]*)"/g)].map(([, id]) => id);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has a title, a lead, its members and events', () => {
    const text = words(
      page(content({ title: 'The paper, rebuilt', lead: 'Table I and figures.' }))
    );
    // The frozen evaluation is of 400 events.
    expect(text).toContain('Table I and figures.4 members, 400 evaluated events each');
    expect(page(content({ title: 'The paper, rebuilt' }))).toContain(
      '<title>The paper, rebuilt</title>'
    );
    expect(page(content())).toContain('<h1>Study: paper</h1>');
  });

  it('says how many events if they differ', () => {
    const made = content();
    const { evaluation, ...others } = made.members['toy-0-1'];
    const more = { ...others, evaluation: { ...evaluation, events: 20000 } };
    const html = page({ ...made, members: { ...made.members, 'toy-0-1': more } });
    expect(words(html)).toContain('4 members, 400 to 20\u202f000 evaluated events each');
  });

  it('escapes all that is text', () => {
    const published = { source: NASTY, values: { 'auxiliary.mA': 1 } };
    const nasty = member(
      { sample: NASTY },
      { 'auxiliary.mA': [1, 1] },
      { name: 'nasty', sample: NASTY, published }
    );
    const tables = [{ title: NASTY, note: NASTY }];
    const items = [{ item: NASTY, of: 'nasty', quantities: ['auxiliary.mA'] }];
    const html = page(
      content(
        { title: NASTY, lead: NASTY, tables, items },
        { members: [nasty, MEMBERS[1]], axes: [{ name: 'sample', labels: [NASTY, 'toy-0'] }] }
      )
    );
    expect(nestingErrors(html)).toEqual([]);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;quotes&#39;';
    // Head, heading, lead, table, its note, contents, label, publication, item, member: each at least once.
    expect(html.split(escaped).length - 1).toBeGreaterThanOrEqual(10);
  });

  it('leads to the page of each member, from wherever the workspace lies', () => {
    const html = page(content());
    expect(html).toContain('<a href="../members/toy-0-1/report/report.html">toy-0-1</a>');
    expect(html).toContain(
      '<a href="../../../measured-data/out/report/report.html">measured-data</a>'
    );
    // From pipelines/paper/out/summary/ in a folder with spaces and umlauts.
    const base = 'file:///a%20b/%C3%A9tude/pipelines/paper/out/summary/summary.html';
    const resolve = (address: string) => decodeURI(new URL(address, base).pathname);
    expect(resolve('../members/toy-0-1/report/report.html')).toBe(
      '/a b/étude/pipelines/paper/out/members/toy-0-1/report/report.html'
    );
    expect(resolve('../../../measured-data/out/report/report.html')).toBe(
      '/a b/étude/pipelines/measured-data/out/report/report.html'
    );
  });

  it('lists all members with labels, events and samples', () => {
    expect(cellsOf(page(content()), 'members-table').slice(0, 3)).toEqual([
      ['member', 'sample', 'seed', 'events', 'split', 'description'],
      ['measured-data', '', '', '400', 'all', 'not described by its source'],
      ['toy-0-1', 'toy-0', '1', '400', 'all', 'made up'],
    ]);
  });

  it('holds the table in full, to be saved', () => {
    const html = page({ ...content(), files: { csv: 'member,ä\n', json: '{"a":1}\n' } });
    const saved = [...html.matchAll(/href="data:([^;]*);[^,]*,([^"]*)" download="([^"]*)"/g)];
    const files = saved.map(([, type, data, name]) => [
      name,
      type,
      Buffer.from(data, 'base64').toString(),
    ]);
    expect(files).toEqual([
      ['paper-table.csv', 'text/csv', 'member,ä\n'],
      ['paper-table.json', 'application/json', '{"a":1}\n'],
    ]);
  });

  it('tells how it was made', () => {
    const origins = [
      {
        folder: 'pipelines/paper/out/members/toy-0-1/evaluate',
        file: 'evaluation.json',
        sha256: 'ab12',
      },
      { folder: 'pipelines/old/out/figures', file: 'figures.json', sha256: null },
    ];
    const html = page({ ...content({ lead: 'The lead.' }), origins });
    expect(words(html)).toContain('npx nx run paper:study');
    expect(words(html)).toContain('&quot;lead&quot;: &quot;The lead.&quot;');
    expect(cellsOf(html, 'origins-table').slice(1)).toEqual([
      ['pipelines/paper/out/members/toy-0-1/evaluate/evaluation.json', 'ab12'],
      ['pipelines/old/out/figures/figures.json', 'not known'],
    ]);
  });
});
