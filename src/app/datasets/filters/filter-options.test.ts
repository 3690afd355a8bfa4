import { describe, expect, it } from 'vitest';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { collectionOf } from '../../../engine/columns/collection-of.ts';
import { facetsOf } from '../../../engine/facets/facets-of.ts';
import type { FacetName } from '../../../engine/match/match-rows.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { formatTerm } from '../../../engine/query/query-language.ts';
import { datasetQuery } from '../dataset-query.ts';
import { filterOptions } from './filter-options.ts';

const time = new Date(Date.UTC(2026, 0, 15)).toISOString();
const rows = [0, 1, 4, 9, 10, 99, 100, 12_345].map((itemCount, index): DatasetListItem => {
  const times = { createdAt: time, modifiedAt: time, accessedAt: time };
  const owner = index < 2 ? { userId: 'u1', username: 'Grace' } : { userId: 'u2', username: 'ada' };
  return { id: `d${index}`, name: 'x', ...owner, ...times, itemCount, cleanItemCount: 0, actId: null, actRunId: null };
});

function optionsOf(q: string, name: FacetName, countedFor = q) {
  const { terms } = parseQuery(q, datasetQuery);
  const { terms: filters } = parseQuery(countedFor, datasetQuery);
  const facets = facetsOf(collectionOf(rows), { filters, reader: { nowMs: Date.now(), userId: 'u1' } });
  return filterOptions(facets[name], terms).map(({ term, count, isChosen }) => [formatTerm(term), count, isChosen]);
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
