/** Markup whose texts are escaped: only `html` makes it. */
export interface Html {
  readonly markup: string;
}

/** What may stand in markup: a text (escaped), a number, other markup, several of these; `undefined` is nothing. */
type Part = string | number | Html | undefined | readonly Part[];

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#x27;'],
]);

/**
 * Markup with values in it. A text comes out as that text and nothing else, in an element and in a quoted attribute: names of
 * datasets are other people's.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: pieces.map((piece, index) => (index === 0 ? piece : markupOf(parts[index - 1]) + piece)).join('') };
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => entities.get(character) ?? '');
  if (typeof part === 'number') return String(part);
  return isHtml(part) ? part.markup : part.map(markupOf).join('');
}

function isHtml(part: Html | readonly Part[]): part is Html {
  return 'markup' in part;
}
