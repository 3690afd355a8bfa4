import type { ServerInfo } from '../../../contract/server-info.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities.get(character) ?? character);
}

/** The page with what the server says of itself in its head: `<meta name="setlist" content="…">` (contract/server-info). */
export function withServerInfo(html: string, info: ServerInfo): string {
  const meta = `<meta name="setlist" content="${escapeHtml(JSON.stringify(info))}">`;
  // A function, because `$&` in a text of the user's would mean something to `replace`.
  return html.replace(/<head(?:\s[^>]*)?>/i, (head) => `${head}\n    ${meta}`);
}
