import type { ReactElement } from 'react';
import { formatCount } from '../../ui/format/number-format.ts';
import type { List } from '../list/use-list.ts';

/** What the numbers are of; where nothing is loaded, what it takes. */
export function CountScope({ list }: { list: List }): ReactElement {
  const { collection, scope, pages, isSmall } = list;
  const { state, load } = collection;
  if (state.phase === 'none' && pages !== undefined && !isSmall) {
    return (
      <p className="filter-scope">
        Not counted.{' '}
        <button type="button" className="text-button" onClick={load}>
          Count
        </button>{' '}
        {`(${formatCount(pages)} requests)`}
      </p>
    );
  }
  return <p className="filter-scope">{scopeWords(list, scope.isAll)}</p>;
}

function scopeWords({ collection: { state }, scope }: List, isAll: boolean): string {
  if (isAll) return `Counted over ${scope.text}`;
  if (state.covered === 0) return 'Nothing is counted yet';
  return `Counted over ${formatCount(state.covered)} of ${formatCount(state.total ?? state.covered)}, so far`;
}
