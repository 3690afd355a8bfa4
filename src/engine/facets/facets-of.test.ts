import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches } from '../../app/collection/testing/naive-query.ts';
import { randomDatasets } from '../../app/collection/testing/random-datasets.ts';
import { randomTerm } from '../../app/collection/testing/random-terms.ts';
import { type DatasetTerm, datasetQuery } from '../../app/datasets/dataset-query.ts';
import { datasetFields } from '../../app/datasets/fields.ts';
import type { DatasetListItem } from '../../contract/dataset.ts';
import { collectionOf } from '../columns/join-blocks.ts';
import { parseQuery } from '../query/parse-query.ts';
import { formatTerm, groupOf } from '../query/query-language.ts';
import type { Reader } from '../query/reader.ts';
import { facetsOf } from './facets-of.ts';

const reader: Reader = { nowMs: Date.UTC(2026, 2, 30, 10), userId: 'u1' };

/** How many rows one would see who left this filter's terms and chose the value instead. */
function naiveCount(rows: readonly DatasetListItem[], terms: readonly DatasetTerm[], value: DatasetTerm): number {
  const others = terms.filter((term) => groupOf(term, datasetQuery) !== groupOf(value, datasetQuery));
  return rows.filter((row) => matches(row, [...others, value], reader)).length;
}

function dataset(index: number, change: Partial<DatasetListItem>): DatasetListItem {
  const time = new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
  const base = { createdAt: time, modifiedAt: time, accessedAt: time, itemCount: 0, cleanItemCount: 0 };
  return { id: `id${index}`, name: null, userId: 'u1', actId: null, actRunId: null, ...base, ...change };
}

describe('facetsOf', () => {
  it('counts what each value would give, the terms of all other filters kept', () => {
    const terms = fc.array(randomTerm, { maxLength: 3 });
    fc.assert(
      fc.property(randomDatasets, terms, (rows, filters) => {
        const facets = facetsOf(collectionOf(datasetFields, rows), { filters, reader });
        expect(Object.keys(facets).sort()).toEqual([...datasetFields.facets].sort());
        for (const { values, rest } of Object.values(facets)) {
          expect(rest).toEqual({ values: 0, count: 0 });
          for (const { term, count } of values) {
            expect([formatTerm(term), count]).toEqual([
              formatTerm(term),
              naiveCount(rows, filters, term as DatasetTerm),
            ]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    '',
    'is:named items:>3',
    '-owner:ada created:<30d modified:>7d',
    'owner:me access:RESTRICTED -is:dirty accessed:<1y items:<500 item',
  ])('counts thousands of rows for %j', (q) => {
    const rows = fc.sample(randomDatasets, { seed: 7, numRuns: 400 }).flat();
    const { terms } = parseQuery(q, datasetQuery);
    expect(rows.length).toBeGreaterThan(1000);
    for (const { values } of Object.values(facetsOf(collectionOf(datasetFields, rows), { filters: terms, reader }))) {
      for (const { term, count } of values) {
        expect([formatTerm(term), count]).toEqual([formatTerm(term), naiveCount(rows, terms, term as DatasetTerm)]);
      }
    }
  });

  it('gives nothing an age where it is not known what time it is', () => {
    const { created } = facetsOf(collectionOf(datasetFields, [dataset(0, {})]));
    expect(created.values.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
  });

  it('lists every value that some row has, and bins without a gap', () => {
    fc.assert(
      fc.property(randomDatasets, (rows) => {
        const { owner, actor, access, items } = facetsOf(collectionOf(datasetFields, rows), { reader });
        const sum = (values: typeof owner.values) => values.reduce((all, { count }) => all + count, 0);
        expect(sum(owner.values)).toBe(rows.length);
        expect(sum(actor.values)).toBe(rows.filter(({ actId }) => actId).length);
        expect(sum(access.values)).toBe(rows.filter(({ generalAccess }) => generalAccess).length);
        expect(sum(items.values)).toBe(rows.length);
        const bins = items.values.map(({ label }) => label.split('..').map(Number));
        for (const [index, [from]] of bins.entries()) {
          if (index > 0) expect(from).toBe((bins[index - 1]?.at(-1) ?? 0) + 1);
        }
      }),
    );
  });

  it('lists the most frequent owners, chosen ones in any case, and counts the rest', () => {
    const rows = Array.from({ length: 100 }, (_, index) =>
      dataset(index, { userId: `u${index % 10}`, username: index % 10 === 9 ? 'You' : `user${index % 10}` }),
    ).slice(0, 95);
    const { owner } = facetsOf(collectionOf(datasetFields, rows), {
      filters: parseQuery('owner:USER7 owner:me', datasetQuery).terms,
      reader: { ...reader, userId: 'u9' },
      topValues: 3,
    });
    expect(owner.values.map(({ label, count, isChosen }) => [label, count, isChosen])).toEqual([
      ['user0', 10, false],
      ['user1', 10, false],
      ['user2', 10, false],
      ['user7', 9, true],
      ['You', 9, true],
    ]);
    expect(owner.values.map(({ term }) => formatTerm(term)).at(-1)).toBe('owner:me');
    expect(owner.rest).toEqual({ values: 5, count: 47 });
  });

  it('says which values are chosen', () => {
    const { naming, created, items } = facetsOf(collectionOf(datasetFields, [dataset(0, {})]), {
      filters: parseQuery('is:unnamed created:<1y items:0', datasetQuery).terms,
      reader,
    });
    expect(
      [...naming.values, ...created.values, ...items.values]
        .filter(({ isChosen }) => isChosen)
        .map(({ term }) => formatTerm(term)),
    ).toEqual(['is:unnamed', 'created:<1y', 'items:0']);
  });
});
