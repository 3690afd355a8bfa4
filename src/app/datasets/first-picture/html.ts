/** Markup whose texts are escaped: only `html` makes it. */
export interface Html {
  readonly markup: string;
}

/** What may stand in markup: a text (escaped), a number, other markup, several of these; `undefined` is nothing. */
type Part = string | number | Html | undefined | readonly Part[];

const special = /[&<>"']/;
const specials = /[&<>"']/g;
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
  let markup = pieces[0] ?? '';
  for (const [index, part] of parts.entries()) markup += markupOf(part) + (pieces[index + 1] ?? '');
  return { markup };
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  // Most texts have nothing to escape.
  if (typeof part === 'string')
    return special.test(part) ? part.replace(specials, (one) => entities.get(one) ?? '') : part;
  if (typeof part === 'number') return String(part);
  return isHtml(part) ? part.markup : part.map(markupOf).join('');
}

function isHtml(part: Html | readonly Part[]): part is Html {
  return 'markup' in part;
}
