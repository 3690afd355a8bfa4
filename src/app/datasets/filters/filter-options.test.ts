import { describe, expect, it } from 'vitest';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { facetsOf } from '../../../engine/facets/facets-of.ts';
import { queryCollection } from '../../../engine/order/query-collection.ts';
import { withoutValue, withValue } from '../../../engine/query/edit-query.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { formatTerm, groupOf } from '../../../engine/query/query-language.ts';
import { datasetQuery } from '../dataset-query.ts';
import { type DatasetFacet, datasetFields } from '../fields.ts';
import { filterOptions } from './filter-options.ts';

const time = new Date(Date.UTC(2026, 0, 15)).toISOString();
const rows = [0, 1, 4, 9, 10, 99, 100, 12_345].map((itemCount, index): DatasetListItem => {
  const times = { createdAt: time, modifiedAt: time, accessedAt: time };
  const owner = index < 2 ? { userId: 'u1', username: 'Grace' } : { userId: 'u2', username: 'ada' };
  return { id: `d${index}`, name: 'x', ...owner, ...times, itemCount, cleanItemCount: 0, actId: null, actRunId: null };
});

const reader = { nowMs: Date.now(), userId: 'u1' };

/** What a filter offers for a search; `countedFor` is an earlier one, by which it was counted. */
function offered(
  of: readonly DatasetListItem[],
  name: DatasetFacet,
  { q, countedFor = q }: { q: string; countedFor?: string },
) {
  const { terms } = parseQuery(q, datasetQuery);
  const { terms: filters } = parseQuery(countedFor, datasetQuery);
  return filterOptions(facetsOf(collectionOf(datasetFields, of), { filters, reader })[name], terms);
}

function optionsOf(q: string, name: DatasetFacet, countedFor = q) {
  return offered(rows, name, { q, countedFor }).map(({ term, count, isChosen }) => [formatTerm(term), count, isChosen]);
}

describe('filterOptions', () => {
  it('bins numbers of items by powers of ten, without a gap', () => {
    expect(optionsOf('items:10..99', 'items')).toEqual([
      ['items:0', 1, false],
      ['items:1..9', 3, false],
      ['items:10..99', 2, true],
      ['items:100..999', 1, false],
      ['items:1000..9999', 0, false],
      ['items:10000..99999', 1, false],
    ]);
  });

  it('lists what is asked in other words, without a number', () => {
    expect(optionsOf('items:>=5 items:0 -items:3', 'items').at(-1)).toEqual(['items:>=5', undefined, true]);
    expect(optionsOf('owner:nobody', 'owner')).toContainEqual(['owner:nobody', undefined, true]);
    expect(optionsOf('created:2026-01', 'created').at(-1)).toEqual(['created:2026-01', undefined, true]);
  });

  it('says what is chosen now, not when it was counted', () => {
    const chosen = optionsOf('is:unnamed', 'naming', 'is:named').filter(([, , isChosen]) => isChosen);
    expect(chosen).toEqual([['is:unnamed', 0, true]]);
  });

  it('lists nobody twice, however the name is written', () => {
    expect(optionsOf('owner:GRACE owner:ADA', 'owner')).toEqual([
      ['owner:ada', 6, true],
      ['owner:me', 2, true],
    ]);
  });
});

describe.each(datasetFields.facets)('the filter %s', (name) => {
  const actors = ['a1', 'a2', null];
  const mixed = rows.map((row, index): DatasetListItem => {
    const few = { actId: actors[index % 3] ?? null, generalAccess: index % 2 === 0 ? 'RESTRICTED' : null };
    return { ...row, ...few, name: index === 3 ? null : row.name, cleanItemCount: index % 4 };
  });

  it('offers values, each with the number of the rows that it finds alone', () => {
    const options = offered(mixed, name, { q: '' });
    expect(options.length).toBeGreaterThan(0);
    for (const { term, label, count } of options) {
      expect(label).not.toBe('');
      expect(groupOf(term, datasetQuery)).toBe(name);
      const { matching } = queryCollection(collectionOf(datasetFields, mixed), {
        filters: parseQuery(formatTerm(term), datasetQuery).terms,
        reader,
      });
      expect([formatTerm(term), count]).toEqual([formatTerm(term), matching]);
    }
  });

  it('has a value chosen by a click, with the same number, and unticked by another', () => {
    for (const option of offered(mixed, name, { q: '' })) {
      const q = withValue(parseQuery('', datasetQuery), option.term);
      const chosen = offered(mixed, name, { q }).filter(({ isChosen }) => isChosen);
      expect(chosen).toEqual([{ ...option, isChosen: true }]);
      expect(withoutValue(parseQuery(q, datasetQuery), option)).toBe('');
    }
  });
});
