import type { Facet } from '../../../engine/facets/facets-of.ts';
import { foldText } from '../../../engine/query/fold-text.ts';
import { formatTerm, groupOf, type Term } from '../../../engine/query/query-language.ts';
import { rangeOfBin } from '../../../engine/query/range-terms.ts';
import { exactPattern } from '../../../engine/query/text-pattern.ts';
import { datasetQuery, kindOfKey } from '../dataset-query.ts';

/** A value that a filter offers; without a number where nobody has counted it. */
export interface FilterOption {
  readonly term: Term;
  /** The value itself: a user name, an id, a word, bounds. */
  readonly label: string;
  readonly count: number | undefined;
  readonly isChosen: boolean;
}

/**
 * What a filter offers: its values, and what the search asks of the same thing in other words (`created:2026-01`), so that all that
 * is on can be ticked off. What is chosen follows from `terms`, those of the search as it is now: the numbers may still be on their way.
 */
export function filterOptions(facet: Facet, terms: readonly Term[]): FilterOption[] {
  const asked = new Map(terms.filter(({ not }) => !not).map((term) => [formOf(term), term]));
  const values = (kindOfKey(facet.name) === 'count' ? powersOfTen(facet.values) : facet.values).map(
    (value): FilterOption => {
      const forms = formsOf(value);
      const isChosen = forms.some((form) => asked.has(form));
      for (const form of forms) asked.delete(form);
      return { ...value, isChosen };
    },
  );
  const others = [...asked.values()].filter((term) => groupOf(term, datasetQuery) === facet.name);
  return [...values, ...others.map((term) => ({ term, label: labelOf(term), count: undefined, isChosen: true }))];
}

/** Bins of a whole power of ten each: a scale of six lines where one of 1, 2 and 5 would have eighteen. */
function powersOfTen(values: Facet['values']): Omit<FilterOption, 'isChosen'>[] {
  const bins = new Map<number, { readonly key: string; count: number }>();
  for (const { term, count } of values) {
    if (!('range' in term)) continue;
    const from = Number(term.range.op === '..' ? term.range.from : term.range.value);
    const first = from === 0 ? 0 : 10 ** Math.floor(Math.log10(from) + 1e-9);
    const bin = bins.get(first) ?? { key: term.key, count: 0 };
    bin.count += count;
    bins.set(first, bin);
  }
  return [...bins].map(([from, { key, count }]) => {
    const term: Term = { key, not: false, range: rangeOfBin({ from, to: from === 0 ? 0 : from * 10 - 1 }) };
    return { term, label: formatTerm(term), count };
  });
}

function formOf(term: Term): string {
  return foldText(formatTerm(term));
}

/** How the search may ask for a value: also by the reader's own name for `me`. */
function formsOf({ term, label }: Pick<FilterOption, 'term' | 'label'>): string[] {
  return 'text' in term ? [formOf(term), formOf({ ...term, text: exactPattern(label) })] : [formOf(term)];
}

function labelOf(term: Term): string {
  return 'text' in term ? term.text : formatTerm(term);
}
