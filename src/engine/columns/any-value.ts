/**
 * Values of any kind, as JSON has them: what a column of the kind `any` holds is the text of each, and `null` for what is missing. They
 * have one order, so that mixed ones can be sorted: missing, null, false, true, numbers, texts, arrays, objects.
 */

/** The text that a value is held as; `null` for what is missing, which no JSON is. */
export function anyText(value: unknown): string | null {
  return value === undefined ? null : (JSON.stringify(value) ?? null);
}

/** The value of such a text; `undefined` for what is missing. */
export function parseAny(text: string | null | undefined): unknown {
  return text === null || text === undefined ? undefined : JSON.parse(text);
}

/** What is searched of a value, by its text: of a text the text itself, of anything else its JSON. Nothing of what is missing or `null`. */
export function searchedText(text: string | null | undefined): string {
  if (text === null || text === undefined || text === 'null') return '';
  return text.startsWith('"') ? String(JSON.parse(text)) : text;
}

const [missing, none, boolean, number, string, array, object] = [0, 1, 2, 3, 4, 5, 6];

function rankOf(value: unknown): number {
  if (value === undefined) return missing;
  if (value === null) return none;
  if (typeof value === 'boolean') return boolean;
  if (typeof value === 'number') return number;
  if (typeof value === 'string') return string;
  return Array.isArray(value) ? array : object;
}

/**
 * Compares any two values: by what they are, then numbers by size, texts by `compareTexts`, arrays and objects entry by entry, the shorter
 * one first where that decides nothing. Objects are compared by their keys in order, so that the order of writing is none.
 */
export function compareAny(a: unknown, b: unknown, compareTexts: (a: string, b: string) => number): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b, compareTexts);
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    return compareLists(entriesOf(a), entriesOf(b), compareTexts);
  }
  return Number(a) - Number(b) || 0;
}

function entriesOf(value: object): unknown[] {
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flat();
}

function compareLists(
  a: readonly unknown[],
  b: readonly unknown[],
  compareTexts: (a: string, b: string) => number,
): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const order = compareAny(a[at], b[at], compareTexts);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
