import type { View } from '../../address/view-params.ts';
import { parseQuery } from '../../collection/engine/query/parse-query.ts';

/** Why a search may find nothing, and the change of the list that would help. */
export interface EmptySearch {
  readonly text: string;
  /** What `unnamed` would have to be; `undefined` where that is not why. */
  readonly unnamed: boolean | undefined;
}

const lists: Record<View['ownership'], string> = {
  all: 'No dataset matches all of the search.',
  ownedByMe: 'None of your own datasets matches all of the search.',
  sharedWithMe: 'No dataset that is shared with you matches all of the search.',
};

/** What there is to say of a search that finds nothing. While unnamed datasets are shown the list has no empty ones (CONTRACT, `unnamed`). */
export function emptySearch(view: Pick<View, 'ownership' | 'unnamed' | 'q'>): EmptySearch {
  const { terms } = parseQuery(view.q);
  const asksFor = (word: string) => terms.some((term) => term.key === 'is' && !term.not && term.word === word);
  if (!view.unnamed && asksFor('unnamed')) {
    return { text: 'The search asks for unnamed datasets, and this list has named ones only.', unnamed: true };
  }
  const isEmptyAsked =
    asksFor('empty') || terms.some((term) => term.key === 'items' && !term.not && isNone(term.range));
  if (view.unnamed && isEmptyAsked) {
    const text = 'The search asks for empty datasets, and those are not listed while unnamed ones are shown.';
    return { text, unnamed: false };
  }
  return { text: lists[view.ownership], unnamed: undefined };
}

function isNone(range: { readonly op: string; readonly value?: number }): boolean {
  return (range.op === '=' || range.op === '<=') && range.value === 0;
}
