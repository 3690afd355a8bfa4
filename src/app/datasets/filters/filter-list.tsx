import { type ReactElement, useMemo } from 'react';
import type { View } from '../../address/view-params.ts';
import { collectionOf } from '../../collection/engine/columns/collection-of.ts';
import { type Facet, facetsOf } from '../../collection/engine/facets/facets-of.ts';
import type { FacetName } from '../../collection/engine/match/match-rows.ts';
import { withoutValue, withRange, withValue } from '../../collection/engine/query/edit-filters.ts';
import { parseQuery } from '../../collection/engine/query/parse-query.ts';
import type { Term } from '../../collection/engine/query/query-term.ts';
import type { Asker } from '../../collection/engine/query/reader-of.ts';
import { useAnswer } from '../list/use-answer.ts';
import type { List } from '../list/use-list.ts';
import { FilterGroup } from './filter-group.tsx';
import { filterOptions } from './filter-options.ts';
import { goToQuery } from './go-to-query.ts';
import { countEnds, dayEnds, type RangeEnds } from './range-ends.ts';
import { RangeFields } from './range-fields.tsx';

/** More values than anybody looks through. */
const topValues = 200;

const groups: readonly { readonly facet: FacetName; readonly name: string }[] = [
  { facet: 'owner', name: 'Owner' },
  { facet: 'actor', name: 'Actor' },
  { facet: 'naming', name: 'Name' },
  { facet: 'access', name: 'Access' },
  { facet: 'items', name: 'Items' },
  { facet: 'cleanness', name: 'Clean items' },
  { facet: 'created', name: 'Created' },
  { facet: 'modified', name: 'Modified' },
  { facet: 'accessed', name: 'Accessed' },
];

/** What can be chosen before anything is counted. */
const uncounted = facetsOf(collectionOf([]));

/** All filters, one group each. A click edits the text of the search, which is the one home of all of them. */
export function FilterList({ view, list, asker }: { view: View; list: List; asker: Asker }): ReactElement {
  const { q } = view;
  const { collection, scope } = list;
  const facets = useAnswer(collection, { name: 'facets', question: { q, topValues, ...asker } });
  const terms = useMemo(() => parseQuery(q).terms, [q]);
  return (
    <fieldset className="filter-list" aria-label="Filters">
      {groups.map(({ facet, name }) => (
        <FilterGroup
          key={facet}
          name={name}
          options={optionsOf(facet, { facets, terms })}
          unlisted={facets?.[facet].rest.values ?? 0}
          isPartial={!scope.isAll}
          hasBars={facet === 'items'}
          onToggle={(option, isChosen) =>
            goToQuery(view, isChosen ? withValue(q, option.term) : withoutValue(q, option))
          }
        >
          <RangeOf facet={facet} view={view} terms={terms} />
        </FilterGroup>
      ))}
    </fieldset>
  );
}

function optionsOf(
  facet: FacetName,
  from: { readonly facets: Readonly<Record<FacetName, Facet>> | undefined; readonly terms: readonly Term[] },
): ReturnType<typeof filterOptions> {
  if (from.facets !== undefined) return filterOptions(from.facets[facet], from.terms);
  return filterOptions(uncounted[facet], from.terms).map((option) => ({ ...option, count: undefined }));
}

function RangeOf(props: { facet: FacetName; view: View; terms: readonly Term[] }): ReactElement | null {
  const { facet, view, terms } = props;
  switch (facet) {
    case 'items': {
      const change = ({ from, to }: RangeEnds) =>
        goToQuery(view, withRange(view.q, { key: facet, from: countOf(from), to: countOf(to) }));
      return <RangeFields type="number" ends={countEnds(terms, facet)} onChange={change} />;
    }
    case 'created':
    case 'modified':
    case 'accessed': {
      const change = ({ from, to }: RangeEnds) =>
        goToQuery(view, withRange(view.q, { key: facet, from: from || undefined, to: to || undefined }));
      return <RangeFields type="date" ends={dayEnds(terms, facet, Date.now())} onChange={change} />;
    }
    default:
      return null;
  }
}

/** `undefined` for what is no number of items. */
function countOf(text: string): number | undefined {
  const count = Math.trunc(Number(text));
  return text === '' || !Number.isSafeInteger(count) || count < 0 ? undefined : count;
}
