import { describe, expect, it } from 'vitest';
import { Html, html } from '../src/html.ts';

describe('html', () => {
  it('escapes text and numbers, not HTML', () => {
    const nasty = `<b a="1" c='2'>&</b>`;
    expect(html`<p title="${nasty}">${nasty}${1}${html`<i>${'<'}</i>`}</p>`.source).toBe(
      '<p title="&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;&lt;/b&gt;">' +
        '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;&lt;/b&gt;1<i>&lt;</i></p>'
    );
  });

  it('joins lists and leaves out what is not there', () => {
    expect(html`${['a', html`<br />`, null, undefined, ['<', 2]]}`.source).toBe('a<br />&lt;2');
  });

  it('keeps HTML that was made elsewhere', () => {
    expect(html`${new Html('<svg></svg>')}`.source).toBe('<svg></svg>');
  });
});
