import type { Facet, FacetValue } from '../../collection/engine/facets/facets-of.ts';
import { foldText } from '../../collection/engine/match/fold-text.ts';
import { groupOf } from '../../collection/engine/match/match-rows.ts';
import { exactPattern } from '../../collection/engine/match/text-pattern.ts';
import { formatTerm } from '../../collection/engine/query/format-query.ts';
import type { Term } from '../../collection/engine/query/query-term.ts';

/** A value that a filter offers; without a number where nobody has counted it. */
export interface FilterOption extends Pick<FacetValue, 'term' | 'label' | 'isChosen'> {
  readonly count: number | undefined;
}

/**
 * What a filter offers: its values, and what the search asks of the same thing in other words (`created:2026-01`), so that all that
 * is on can be ticked off. What is chosen follows from `terms`, those of the search as it is now: the numbers may still be on their way.
 */
export function filterOptions(facet: Facet, terms: readonly Term[]): FilterOption[] {
  const asked = new Map(terms.filter(({ not }) => !not).map((term) => [formOf(term), term]));
  const values = (facet.name === 'items' ? powersOfTen(facet.values) : facet.values).map((value): FilterOption => {
    const forms = formsOf(value);
    const isChosen = forms.some((form) => asked.has(form));
    for (const form of forms) asked.delete(form);
    return { ...value, isChosen };
  });
  const others = [...asked.values()].filter((term) => groupOf(term) === facet.name);
  return [...values, ...others.map((term) => ({ term, label: labelOf(term), count: undefined, isChosen: true }))];
}

/** Bins of a whole power of ten each: a scale of six lines where one of 1, 2 and 5 would have eighteen. */
function powersOfTen(values: readonly FacetValue[]): Omit<FilterOption, 'isChosen'>[] {
  const counts = new Map<number, number>();
  for (const { term, count } of values) {
    if (term.key !== 'items') continue;
    const from = term.range.op === '..' ? term.range.from : term.range.value;
    const first = from === 0 ? 0 : 10 ** Math.floor(Math.log10(from) + 1e-9);
    counts.set(first, (counts.get(first) ?? 0) + count);
  }
  return [...counts].map(([from, count]) => {
    const range = from === 0 ? ({ op: '=', value: 0 } as const) : ({ op: '..', from, to: from * 10 - 1 } as const);
    const term: Term = { key: 'items', not: false, range };
    return { term, label: formatTerm(term), count };
  });
}

function formOf(term: Term): string {
  return foldText(formatTerm(term));
}

/** How the search may ask for a value: also by the reader's own name for `me`. */
function formsOf({ term, label }: Pick<FacetValue, 'term' | 'label'>): string[] {
  return 'text' in term ? [formOf(term), formOf({ ...term, text: exactPattern(label) })] : [formOf(term)];
}

function labelOf(term: Term): string {
  return 'text' in term ? term.text : formatTerm(term);
}
