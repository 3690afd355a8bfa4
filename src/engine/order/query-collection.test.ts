import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, naiveQuery } from '../../app/collection/testing/naive-query.ts';
import { randomDatasets } from '../../app/collection/testing/random-datasets.ts';
import { randomTerm } from '../../app/collection/testing/random-terms.ts';
import { datasetQuery } from '../../app/datasets/dataset-query.ts';
import { type DatasetSortColumn, datasetFields } from '../../app/datasets/fields.ts';
import type { DatasetListItem } from '../../contract/dataset.ts';
import { collectionOf } from '../columns/join-blocks.ts';
import { sortColumnsOf } from '../columns/table-description.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { Reader } from '../query/reader.ts';
import { queryCollection } from './query-collection.ts';
import type { SortKey } from './sort-key.ts';

const reader: Reader = { nowMs: Date.UTC(2026, 2, 30, 10), userId: 'u1' };
const sorts: fc.Arbitrary<SortKey<DatasetSortColumn>[]> = fc.array(
  fc.record({ column: fc.constantFrom(...sortColumnsOf(datasetFields)), desc: fc.boolean() }),
  { maxLength: 3 },
);
const terms = fc.array(randomTerm, { maxLength: 3 });

function dataset(change: Partial<DatasetListItem>): DatasetListItem {
  const time = '2026-01-01T00:00:00.000Z';
  return {
    id: 'id',
    name: null,
    userId: 'u1',
    createdAt: time,
    modifiedAt: time,
    accessedAt: time,
    itemCount: 0,
    cleanItemCount: 0,
    actId: null,
    actRunId: null,
    ...change,
  };
}

/** Of a day in January, by local time, which days are meant in. */
function noonOf(day: number): string {
  return new Date(2026, 0, day, 12).toISOString();
}

function namesOf(rows: readonly DatasetListItem[]): (string | null)[] {
  return rows.map(({ name }) => name);
}

describe('queryCollection', () => {
  it('answers as a loop over the rows would', () => {
    fc.assert(
      fc.property(randomDatasets, sorts, terms, (rows, sort, filters) => {
        const { order, matching } = queryCollection(collectionOf(datasetFields, rows), { sort, filters, reader });
        expect([...order.all()]).toEqual(naiveQuery(rows, { sort, terms: filters, reader }));
        expect(matching).toBe(order.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers questions one after the other as if each were the first', () => {
    const questions = fc.array(fc.record({ sort: sorts, filters: terms }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(randomDatasets, questions, (rows, asked) => {
        const collection = collectionOf(datasetFields, rows);
        for (const { sort, filters } of asked) {
          const { order } = queryCollection(collection, { sort, filters, reader });
          expect([...order.all()]).toEqual(naiveQuery(rows, { sort, terms: filters, reader }));
        }
      }),
    );
  });

  it('takes an order as an address writes it', () => {
    fc.assert(
      fc.property(randomDatasets, sorts, (rows, sort) => {
        const collection = collectionOf(datasetFields, rows);
        const written = sort.map(({ column, desc }) => (desc ? `-${column}` : column));
        const { order } = queryCollection(collection, { sort: written });
        expect([...order.all()]).toEqual([...queryCollection(collection, { sort }).order.all()]);
      }),
    );
  });

  it.each(['size', '-', '', '--name'])('has no order "%s", and says which there are', (form) => {
    const ask = () => queryCollection(collectionOf(datasetFields, []), { sort: ['name', form] });
    expect(ask).toThrow(RangeError);
    expect(ask).toThrow(`There is no order "${form}". The columns: name, id, owner,`);
  });

  it('answers for a part as for the whole, restricted to what is there', () => {
    fc.assert(
      fc.property(randomDatasets, fc.infiniteStream(fc.boolean()), sorts, terms, (rows, chance, sort, filters) => {
        const loaded = rows.map(() => chance.next().value);
        const part = rows.filter((_, row) => loaded[row]);
        const query = { sort, filters, reader };
        const whole = queryCollection(collectionOf(datasetFields, rows), query);
        const partial = queryCollection(collectionOf(datasetFields, part, rows.length), query);
        const places = rows.flatMap((_, row) => (loaded[row] ? [row] : []));
        expect([...partial.order.all()].map((row) => places[row])).toEqual(
          [...whole.order.all()].filter((row) => loaded[row]),
        );
        expect(partial).toMatchObject({ covered: part.length, total: rows.length, matching: partial.order.length });
      }),
    );
  });

  it('gives the asked slice of the rows, as the API gives them', () => {
    fc.assert(
      fc.property(randomDatasets, sorts, fc.integer({ min: -2, max: 50 }), fc.nat(50), (rows, sort, offset, limit) => {
        const collection = collectionOf(datasetFields, rows);
        const { rows: page, order } = queryCollection(collection, { sort, offset, limit });
        const start = Math.max(0, offset);
        expect(page).toEqual([...order.all()].slice(start, start + limit).map((row) => rows[row]));
      }),
    );
  });

  it('turns the order of the API, and only that', () => {
    const collection = collectionOf(
      datasetFields,
      ['a', 'b', 'c'].map((name) => dataset({ name })),
    );
    expect(namesOf(queryCollection(collection, { desc: true }).rows)).toEqual(['c', 'b', 'a']);
    const sort: SortKey[] = [{ column: 'itemCount', desc: false }];
    expect(namesOf(queryCollection(collection, { desc: true, sort }).rows)).toEqual(['a', 'b', 'c']);
  });

  it('gives a thousand rows when nothing is said', () => {
    const { rows, matching } = queryCollection(
      collectionOf(
        datasetFields,
        Array.from({ length: 1001 }, () => dataset({})),
      ),
    );
    expect([rows.length, matching]).toEqual([1000, 1001]);
  });

  it.each([
    [false, ['item 2', 'Item 10', 'öl', 'Zebra', null, null]],
    [true, ['Zebra', 'öl', 'Item 10', 'item 2', null, null]],
  ])('sorts names as a reader does, unnamed ones last (descending: %s)', (desc, expected) => {
    const names = ['Zebra', null, 'Item 10', 'öl', null, 'item 2'];
    const collection = collectionOf(
      datasetFields,
      names.map((name) => dataset({ name })),
    );
    expect(namesOf(queryCollection(collection, { sort: [{ column: 'name', desc }] }).rows)).toEqual(expected);
  });

  it("sorts names by the reader's language", () => {
    const collection = collectionOf(
      datasetFields,
      ['zoo', 'öl', 'oma'].map((name) => dataset({ name })),
    );
    const namesIn = (locale: string) =>
      namesOf(
        queryCollection(collection, {
          sort: [{ column: 'name', desc: false }],
          reader: { ...reader, locales: [locale] },
        }).rows,
      );
    expect(namesIn('de')).toEqual(['öl', 'oma', 'zoo']);
    expect(namesIn('sv')).toEqual(['oma', 'zoo', 'öl']);
  });

  it('finds all words of a search in any case and accent, beside what filters say', () => {
    fc.assert(
      fc.property(
        randomDatasets,
        fc.constantFrom(['SHOP'], ['cesme', 'ADA'], ['shop', '-2'], ['strasse', 'bob'], ['"'], ['é', 't'], []),
        terms,
        (rows, texts, filters) => {
          const words = texts.map((text) => ({ key: 'word', not: false, text }) as const);
          const search = ` ${texts.join(' \t')}`;
          const { order } = queryCollection(collectionOf(datasetFields, rows), { search, filters, reader });
          const wanted = rows.flatMap((row, index) => (matches(row, [...words, ...filters], reader) ? [index] : []));
          expect([...order.all()]).toEqual(wanted);
        },
      ),
    );
  });

  it.each([
    ['-two', ['one -two']],
    ['owner:me', ['owner:me']],
    ['a*', ['a*']],
    ['"so"', ['"so"']],
    ['two', ['one -two', 'two']],
    [undefined, ['one -two', 'two', 'owner:me', 'a*', '"so"', 'me so a']],
  ])('takes the search %j as plain words', (search, expected) => {
    const names = ['one -two', 'two', 'owner:me', 'a*', '"so"', 'me so a'];
    const collection = collectionOf(
      datasetFields,
      names.map((name) => dataset({ name })),
    );
    const query = search === undefined ? {} : { search };
    expect(namesOf(queryCollection(collection, query).rows)).toEqual(expected);
  });

  it.each([
    ['owner:ada owner:bob', ['a', 'b']],
    ['owner:me', ['a']],
    ['-owner:me -owner:bob', ['c']],
    ['items:>10 items:<20', ['b']],
    ['items:5 items:30', ['a', 'c']],
    ['items:5 items:>10', []],
    ['is:empty', []],
    ['is:named is:dirty', ['c']],
    ['name:a* is:unnamed', []],
    ['created:<2026-01-02', ['a']],
    ['created:>2026-01-02', ['c']],
    ['created:<88d', ['c']],
  ])('filters by %j', (text, expected) => {
    const collection = collectionOf(datasetFields, [
      dataset({
        name: 'a',
        userId: 'u1',
        username: 'ada',
        itemCount: 5,
        cleanItemCount: 5,
        createdAt: noonOf(1),
      }),
      dataset({
        name: 'b',
        userId: 'u2',
        username: 'Bob',
        itemCount: 15,
        cleanItemCount: 15,
        createdAt: noonOf(2),
      }),
      dataset({ name: 'c', userId: 'u3', itemCount: 30, cleanItemCount: 29, createdAt: noonOf(3) }),
    ]);
    const { rows } = queryCollection(collection, {
      filters: parseQuery(text, datasetQuery).terms,
      reader: { ...reader, nowMs: new Date(2026, 3, 1).getTime() },
    });
    expect(namesOf(rows)).toEqual(expected);
  });

  it('asks the clock again for times that depend on it', () => {
    const collection = collectionOf(datasetFields, [dataset({ name: 'a' })]);
    const matchingAt = (nowMs: number) =>
      queryCollection(collection, {
        filters: parseQuery('created:<7d', datasetQuery).terms,
        reader: { ...reader, nowMs },
      }).matching;
    expect(matchingAt(Date.UTC(2026, 0, 3))).toBe(1);
    expect(matchingAt(Date.UTC(2026, 0, 9))).toBe(0);
    expect(queryCollection(collection, { filters: parseQuery('created:<7d', datasetQuery).terms }).matching).toBe(0);
  });

  it('answers for nothing', () => {
    expect(
      queryCollection(collectionOf(datasetFields, []), { sort: [{ column: 'name', desc: true }], search: 'x' }),
    ).toMatchObject({
      rows: [],
      matching: 0,
      covered: 0,
      total: 0,
    });
  });
});
