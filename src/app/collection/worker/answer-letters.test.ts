import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { letters } from '../../../engine/match/letter-sets.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { withRefreshedRows } from '../read/refresh-rows.ts';
import { refreshedRowsOf } from '../read/refreshed-rows.ts';
import { datasetRow } from '../testing/dataset-row.ts';
import { randomDatasets } from '../testing/random-datasets.ts';
import { answerLetters } from './answer-letters.ts';
import { answerPage } from './answer-page.ts';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const asker = { userId: 'u1', locales: ['en'] };
const byItems = [{ column: 'itemCount', desc: true }] as const;

describe('the answers to the letters that may be typed next', () => {
  it('are those of their searches', async () => {
    const searches = fc.constantFrom(
      '',
      'a',
      'A',
      'sh',
      'ß',
      's',
      'items:>3 ',
      'is:named r',
      '-x "a',
      'owner:me d',
      '1',
    );
    const sorts = fc.constantFrom([], byItems, [{ column: 'name', desc: false }] as const);
    const limits = fc.constantFrom(1, 3, 100);
    await fc.assert(
      fc.asyncProperty(randomDatasets, searches, sorts, fc.boolean(), limits, async (rows, q, sort, desc, limit) => {
        const collection = collectionOf(datasetFields, rows);
        const question = { sort, desc, q, offset: 0, limit, ...asker };
        // What is kept of the search before it, or of the same one in another order, changes nothing.
        for (const before of ['', q]) {
          await answerLetters(collection, { ...question, q: before, desc: !desc }, nowMs, () => true);
        }
        const answers = await answerLetters(collection, question, nowMs, () => true);
        expect(Object.keys(answers ?? {}).sort()).toEqual([...letters].sort());
        for (const [letter, answer] of Object.entries(answers ?? {})) {
          expect(answer).toEqual(answerPage(collection, { ...question, q: q + letter }, nowMs));
        }
      }),
    );
  });

  it.each(['name:sho', '-sho', 'items:>'])('are none behind "%s", where no word is typed', async (q) => {
    const question = { sort: [], desc: false, q, offset: 0, limit: 10, ...asker };
    expect(
      await answerLetters(collectionOf(datasetFields, [datasetRow(1)]), question, nowMs, () => true),
    ).toBeUndefined();
  });

  it('are none behind a time that is counted from now: the next letter may be typed much later', async () => {
    const question = { sort: [], desc: false, q: 'modified:<7d d', offset: 0, limit: 10, ...asker };
    expect(
      await answerLetters(collectionOf(datasetFields, [datasetRow(1)]), question, nowMs, () => true),
    ).toBeUndefined();
  });

  it('are none for large pages, which are asked for when a letter is typed', async () => {
    const question = { sort: [], desc: false, q: '', offset: 0, limit: 1000, ...asker };
    expect(
      await answerLetters(collectionOf(datasetFields, [datasetRow(1)]), question, nowMs, () => true),
    ).toBeUndefined();
  });

  it('are none while rows are newer than the columns: the search that comes next is asked of them', async () => {
    const collection = collectionOf(datasetFields, [datasetRow(1)]);
    refreshedRowsOf(collection).put(0, { item: { ...datasetRow(1), itemCount: 99 }, atMs: nowMs });
    const question = { sort: [], desc: false, q: '', offset: 0, limit: 10, ...asker };
    expect(await answerLetters(collection, question, nowMs, () => true)).toBeUndefined();
    // Once the columns have them, they are told with the time that they are of.
    const next = withRefreshedRows(collection);
    const answers = await answerLetters(next, question, nowMs, () => true);
    expect(answers?.d).toMatchObject({ rows: [{ itemCount: 99 }], refreshedAtMs: [nowMs] });
    expect(answers?.d).toEqual(answerPage(next, { ...question, q: 'd' }, nowMs));
  });
});
