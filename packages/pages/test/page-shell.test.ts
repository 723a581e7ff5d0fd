import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { html } from '../src/html.ts';
import { pageShell } from '../src/page-shell.ts';
import { section } from '../src/section.ts';

const NASTY = `</title></style></script><script>alert("x")</script> & ']]>' \u202eRTL`;

const page = pageShell({
  title: NASTY,
  description: NASTY,
  lead: NASTY,
  sections: [section('one', html`<var>M</var>`, 'first'), null, section('two', NASTY, NASTY)],
  footer: NASTY,
});

describe('pageShell', () => {
  it('allows its own scripts and no other', () => {
    const scripts = [...page.matchAll(/<script[^>]*>(.*?)<\/script>/gs)];
    expect(scripts).toHaveLength(2);
    const hashes = scripts.map(
      ([, script]) => `&#39;sha256-${createHash('sha256').update(script).digest('base64')}&#39;`
    );
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).toContain(`script-src ${hashes.join(' ')};`);
    // The policy holds for what comes after it.
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
  });

  it('escapes all text', () => {
    const shown = page.match(/alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; &#39;\]\]&gt;&#39;/g);
    // Title twice, description, lead, heading and its link, body, footer.
    expect(shown).toHaveLength(8);
    expect(page).not.toContain('alert("x")');
  });

  it('lists its sections, and leaves out what is not there', () => {
    expect([...page.matchAll(/<li><a href="#(\w+)">/g)].map(([, id]) => id)).toEqual([
      'one',
      'two',
    ]);
    expect(page).toContain('<a href="#one"><var>M</var></a>');
    expect(page).toContain('<h2 id="one"><var>M</var></h2>');
  });

  it('has a way past the contents', () => {
    expect(page.indexOf('<a class="skip" href="#content">')).toBeLessThan(page.indexOf('<nav'));
    expect(page).toContain('<main id="content"');
  });
});
