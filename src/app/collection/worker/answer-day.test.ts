import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { dayOrder } from '../../../engine/query/time-values.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { findOffset } from '../probe/find-offset.ts';
import { randomDatasets } from '../testing/random-datasets.ts';
import { answerDay } from './answer-day.ts';

const dayMs = 24 * 3600 * 1000;
const asker = { userId: undefined, locales: [] };

function dayAt(startMs: number) {
  return { startMs, endMs: startMs + dayMs };
}

/** One dataset each, in order of creation. */
function listOf(days: readonly number[]) {
  return days.map((day, index) => ({
    id: String(index),
    name: index % 2 === 0 ? 'even' : 'odd',
    userId: 'u1',
    createdAt: new Date(day * dayMs + 1000 + index).toISOString(),
    modifiedAt: new Date(0).toISOString(),
    accessedAt: new Date(0).toISOString(),
    itemCount: 0,
    cleanItemCount: 0,
    actId: null,
    actRunId: null,
  }));
}

describe('the row that a day begins with', () => {
  const collection = collectionOf(datasetFields, listOf([10, 10, 12, 12, 15]));

  it.each([
    ['a day, oldest first', 12, false, '', 2],
    ['a day, newest first', 12, true, '', 1],
    ['a day without any: the next one', 11, false, '', 2],
    ['a day without any, newest first: the one before', 11, true, '', 3],
    ['before the first', 3, false, '', 0],
    ['before the first, newest first: the last row', 3, true, '', 4],
    ['after the last: the last row', 20, false, '', 4],
    ['after the last, newest first: the first row', 20, true, '', 0],
    ['of what is searched for', 12, false, 'name:odd', 1],
  ])('%s', (_name, day, desc, q, offset) => {
    expect(answerDay(collection, { q, desc, day: dayAt(day * dayMs), ...asker }, 0).offset).toBe(offset);
  });

  it('is none where nothing is found', () => {
    const question = { q: 'name:none', desc: false, day: dayAt(0), ...asker };
    expect(answerDay(collection, question, 0)).toEqual({ offset: 0, createdAtMs: undefined, total: 0 });
  });

  it('never fails, whatever dates a server gives', () => {
    fc.assert(
      fc.property(randomDatasets, fc.boolean(), (rows, desc) => {
        const { offset } = answerDay(
          collectionOf(datasetFields, rows),
          { q: '', desc, day: dayAt(Date.UTC(2026, 0)), ...asker },
          0,
        );
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThan(Math.max(1, rows.length));
      }),
    );
  });

  it('is the one that probes of the list find', async () => {
    const days = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 80 }).map((all) => all.sort((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(days, fc.nat({ max: 62 }), fc.boolean(), async (all, at, desc) => {
        const rows = listOf(all);
        const day = dayAt(at * dayMs);
        const { keyOf, dayKey } = dayOrder(day, desc);
        const keys = rows.map(({ createdAt }) => keyOf(Date.parse(createdAt)));
        if (desc) keys.reverse();
        const probe = async (offset: number) => ({ total: keys.length, offset, keys: keys.slice(offset, offset + 7) });
        const answer = answerDay(collectionOf(datasetFields, rows), { q: '', desc, day, ...asker }, 0);
        expect(answer.offset).toBe((await findOffset({ key: dayKey, probe })).offset);
      }),
    );
  });
});
