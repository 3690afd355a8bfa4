import { type ReactElement, useId, useMemo, useState } from 'react';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import type { TableDescription } from '../../../engine/columns/table-description.ts';
import { type Facet, facetsOf } from '../../../engine/facets/facets-of.ts';
import { withoutValue, withRange, withValue } from '../../../engine/query/edit-query.ts';
import { type ParsedQuery, parseQuery } from '../../../engine/query/parse-query.ts';
import type { QueryLanguage, Term } from '../../../engine/query/query-language.ts';
import { countEnds, dayEnds, type RangeEnds } from '../../../engine/query/range-terms.ts';
import type { Asker } from '../../../engine/query/reader.ts';
import type { View } from '../../address/view-params.ts';
import { datasetQuery, kindOfKey } from '../dataset-query.ts';
import { type DatasetFacet, datasetFields } from '../fields.ts';
import { useAnswer } from '../list/use-answer.ts';
import type { List } from '../list/use-list.ts';
import { FilterGroup } from './filter-group.tsx';
import { filterOptions } from './filter-options.ts';
import { goToQuery } from './go-to-query.ts';

/** More values than anybody looks through. */
const topValues = 200;

/** The filters with their titles; what has no title is counted for the search field alone. */
const filters = datasetFields.facets.flatMap((facet) => {
  const { keys }: QueryLanguage = datasetQuery;
  const { states }: TableDescription = datasetFields;
  const title = keys[facet]?.label ?? states[facet]?.title;
  return title === undefined ? [] : { facet, title };
});

/** What can be chosen before anything is counted. */
const uncounted = facetsOf(collectionOf(datasetFields, []));

/** All filters, one group each. A click edits the text of the search, which is the one home of all of them. */
export function FilterList({ view, list, asker }: { view: View; list: List; asker: Asker }): ReactElement {
  const { q } = view;
  const { collection, scope } = list;
  const facets = useAnswer(collection, { name: 'facets', question: { q, topValues, ...asker } });
  const query = useMemo(() => parseQuery(q, datasetQuery), [q]);
  return (
    <fieldset className="filter-list" aria-label="Filters">
      {filters.map(({ facet, title }) => (
        <FilterGroup
          key={facet}
          name={title}
          options={optionsOf(facet, { facets, terms: query.terms })}
          unlisted={facets?.[facet]?.rest.values ?? 0}
          isPartial={!scope.isAll}
          hasBars={kindOfKey(facet) === 'count'}
          onToggle={(option, isChosen) =>
            goToQuery(view, isChosen ? withValue(query, option.term) : withoutValue(query, option))
          }
        >
          <RangeOf facet={facet} view={view} query={query} />
        </FilterGroup>
      ))}
    </fieldset>
  );
}

function optionsOf(
  facet: DatasetFacet,
  from: { readonly facets: Readonly<Record<string, Facet>> | undefined; readonly terms: readonly Term[] },
): ReturnType<typeof filterOptions> {
  const counted = from.facets?.[facet];
  if (counted !== undefined) return filterOptions(counted, from.terms);
  return filterOptions(uncounted[facet], from.terms).map((option) => ({ ...option, count: undefined }));
}

/** The fields for any other range of a number or a time. */
function RangeOf({ facet, view, query }: { facet: string; view: View; query: ParsedQuery }): ReactElement | null {
  const change = (ends: Parameters<typeof withRange>[1]) => goToQuery(view, withRange(query, ends));
  switch (kindOfKey(facet)) {
    case 'count':
      return (
        <RangeFields
          type="number"
          ends={countEnds(query.terms, facet)}
          onChange={({ from, to }) => change({ key: facet, from: countOf(from), to: countOf(to) })}
        />
      );
    case 'time':
      return (
        <RangeFields
          type="date"
          ends={dayEnds(query.terms, facet, Date.now())}
          onChange={({ from, to }) => change({ key: facet, from: from || undefined, to: to || undefined })}
        />
      );
    default:
      return null;
  }
}

/** `undefined` for what is no number to count with. */
function countOf(text: string): number | undefined {
  const count = Math.trunc(Number(text));
  return text === '' || !Number.isSafeInteger(count) || count < 0 ? undefined : count;
}

/** Two fields for the ends of a range. An end is taken with Enter, or when its field is left; a whole date at once. */
function RangeFields(props: {
  type: 'number' | 'date';
  ends: RangeEnds;
  onChange: (ends: RangeEnds) => void;
}): ReactElement {
  const { type, ends, onChange } = props;
  return (
    <div className={`filter-range filter-range-${type}`}>
      <EndField label="From" type={type} value={ends.from} onTake={(from) => onChange({ ...ends, from })} />
      <EndField label="To" type={type} value={ends.to} onTake={(to) => onChange({ ...ends, to })} />
    </div>
  );
}

function EndField(props: {
  label: string;
  type: 'number' | 'date';
  value: string;
  onTake: (value: string) => void;
}): ReactElement {
  const { label, type, value, onTake } = props;
  const id = useId();
  // What is being typed, until it is taken.
  const [draft, setDraft] = useState<string>();
  function take(text: string | undefined): void {
    setDraft(undefined);
    if (text !== undefined && text !== value) onTake(text);
  }
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        min={type === 'number' ? 0 : undefined}
        step={type === 'number' ? 1 : undefined}
        inputMode={type === 'number' ? 'numeric' : undefined}
        placeholder={type === 'number' ? 'any' : undefined}
        value={draft ?? value}
        onChange={({ currentTarget }) => {
          if (type === 'date' && isWholeDate(currentTarget.value)) take(currentTarget.value);
          else setDraft(currentTarget.value);
        }}
        onBlur={() => take(draft)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(draft);
        }}
      />
    </>
  );
}

/** A year that is being typed is one of the first thousand on its way. */
function isWholeDate(text: string): boolean {
  return text >= '1000';
}
