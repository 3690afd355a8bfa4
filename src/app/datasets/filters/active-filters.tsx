import { type ReactElement, useMemo } from 'react';
import { withoutTerm } from '../../../engine/query/edit-query.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { formatTerm } from '../../../engine/query/query-language.ts';
import type { View } from '../../address/view-params.ts';
import { Icon } from '../../ui/controls/icon.tsx';
import { datasetQuery } from '../dataset-query.ts';
import { filterText } from './filter-words.ts';
import { goToQuery } from './go-to-query.ts';
import './active-filters.css';

/** The filters that are on, each with a button that takes it out, and one that clears all and the search. */
export function ActiveFilters({ view, canClear = true }: { view: View; canClear?: boolean }): ReactElement | null {
  const { q } = view;
  const query = useMemo(() => parseQuery(q, datasetQuery), [q]);
  const filters = useMemo(() => {
    const terms = query.terms.filter(({ key }) => key !== 'word');
    return [...new Map(terms.map((term) => [formatTerm(term), term])).values()];
  }, [query]);
  const isClearShown = canClear && q.trim() !== '';
  if (filters.length === 0 && !isClearShown) return null;
  return (
    <div className="active-filters">
      {filters.map((term) => (
        <button
          key={formatTerm(term)}
          type="button"
          className="chip chip-button"
          aria-label={`Remove filter ${filterText(term)}`}
          onClick={() => goToQuery(view, withoutTerm(query, term))}
        >
          <bdi>{filterText(term)}</bdi>
          <Icon name="close" sizePx={12} />
        </button>
      ))}
      {isClearShown ? (
        <button type="button" className="text-button" onClick={() => goToQuery(view, '')}>
          Clear filters
        </button>
      ) : null}
    </div>
  );
}
