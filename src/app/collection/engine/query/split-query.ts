/** A piece of a query's text between white space, taken apart. */
export interface QueryToken {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  /** The letters before the first colon, in lower case; `undefined` for a word. */
  readonly key: string | undefined;
  readonly value: string;
  /** Written in quotes, of which the last may be missing. */
  readonly quoted: boolean;
  readonly closed: boolean;
}

const space = /\s/;
const keyForm = /^([a-z]+):/i;

/** Cuts a query into its tokens: `-` before one turns it round, quotes hold what has white space, `\` in them spares `"` and `\`. */
export function splitQuery(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (space.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const token = readToken(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number): QueryToken {
  const not = text[start] === '-' && start + 1 < text.length && !space.test(text[start + 1] ?? '');
  let at = not ? start + 1 : start;
  const key = keyForm.exec(text.slice(at, at + longestKey))?.[1];
  if (key !== undefined) at += key.length + 1;
  const { value, end, closed } = text[at] === '"' ? readQuoted(text, at + 1) : readBare(text, at);
  return { start, end, not, key: key?.toLowerCase(), value, quoted: text[at] === '"', closed };
}

/** Longer than any key, so that a long text is not looked through again for each word. */
const longestKey = 40;

type Value = Pick<QueryToken, 'value' | 'end' | 'closed'>;

function readBare(text: string, start: number): Value {
  let end = start;
  while (end < text.length && !space.test(text[end] ?? '')) end += 1;
  return { value: text.slice(start, end), end, closed: true };
}

function readQuoted(text: string, start: number): Value {
  let value = '';
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') return { value, end: at + 1, closed: true };
    const next = text[at + 1];
    if (char === '\\' && (next === '"' || next === '\\')) {
      value += next;
      at += 1;
    } else {
      value += char;
    }
  }
  return { value, end: text.length, closed: false };
}
