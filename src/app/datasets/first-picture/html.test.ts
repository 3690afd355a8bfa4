import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

const texts: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

function textOf(markup: string): string {
  return markup.replace(/&([^;]*);/g, (_, name: string) => texts[name] ?? '?');
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</td><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus='x",
    '&lt;b&gt;',
    '<!--',
    ']]>',
    '$&',
  ),
);

describe('markup', () => {
  it('takes a text as that text, wherever it stands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { markup } = html`<td title="${text}">${text}</td>`;
        const parts = /^<td title="([^<>"]*)">([^<>"]*)<\/td>$/.exec(markup);
        expect(parts?.slice(1).map(textOf)).toEqual([text, text]);
      }),
    );
  });

  it('takes markup as it is, lists one after the other, and nothing for nothing', () => {
    expect(html`<p>${[html`<b>${'<'}</b>`, 1, undefined]}${undefined}</p>`.markup).toBe('<p><b>&lt;</b>1</p>');
  });

  it('does not take for markup what only looks like it', () => {
    const given: unknown = JSON.parse('["<script>"]');
    expect(html`${given as string[]}`.markup).toBe('&lt;script&gt;');
  });
});
