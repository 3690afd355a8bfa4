import type { Collection } from './collection.ts';
import { parseQuery } from './parse-query.ts';
import { rowIndex } from './search-texts.ts';

/** Makes ready what a search needs when somebody types on: the first letter of a word is answered without it. */
export function expectMore(collection: Collection, q: string): void {
  for (const term of parseQuery(q).terms) if (term.key === 'word') rowIndex(collection).expectMore(term.text);
}
