import { describe, expect, it } from 'vitest';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { answerExport, type ExportQuestion } from './answer-export.ts';

const createdAtMs = Date.UTC(2026, 0, 1);

function item(number: number): DatasetListItem {
  const createdAt = new Date(createdAtMs + number).toISOString();
  return {
    id: `id${number}`,
    name: number % 2 === 0 ? `even-${number}` : null,
    userId: 'u1',
    createdAt,
    modifiedAt: createdAt,
    accessedAt: createdAt,
    itemCount: 1000 - number,
    cleanItemCount: 0,
    actId: null,
    actRunId: null,
  };
}

const items = Array.from({ length: 10 }, (_, number) => item(number));
const collection = collectionOf(datasetFields, items, 12);

let exports = 0;
function question(change: Partial<ExportQuestion> = {}): ExportQuestion {
  exports += 1;
  return {
    exportId: `export ${exports}`,
    sort: [],
    desc: false,
    q: '',
    format: 'jsonl',
    fields: ['id', 'itemCount'],
    from: 0,
    limit: 4,
    userId: undefined,
    locales: ['en'],
    ...change,
  };
}

async function idsOf(part: Blob | undefined): Promise<unknown[]> {
  const lines = ((await part?.text()) ?? '').split('\n').slice(0, -1);
  return lines.map((line) => (JSON.parse(line) as { id: unknown }).id);
}

const ids = (...numbers: number[]) => numbers.map((number) => `id${number}`);

describe('the export of an answer', () => {
  it('is all of it, in the order shown, stretch after stretch', async () => {
    const asked = question({ q: 'even', sort: [{ column: 'itemCount', desc: false }] });
    const first = answerExport(collection, asked, 0);
    expect(first).toMatchObject({ end: 4, matching: 5, covered: 10, total: 12 });
    expect(await idsOf(first?.part)).toEqual(ids(8, 6, 4, 2));
    const last = answerExport(collection, { ...asked, from: 4 }, 0);
    expect(last?.end).toBe(5);
    expect(await idsOf(last?.part)).toEqual(ids(0));
  });

  it('is the list in the API’s order when nothing is asked', async () => {
    expect(await idsOf(answerExport(collection, question({ limit: 20 }), 0)?.part)).toEqual(
      ids(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    );
    expect(await idsOf(answerExport(collection, question({ desc: true, limit: 2 }), 0)?.part)).toEqual(ids(9, 8));
  });

  it('goes on with the rows that it began with, whatever is loaded meanwhile', async () => {
    const asked = question();
    answerExport(collection, asked, 0);
    const newer = collectionOf(datasetFields, [item(50), ...items]);
    const second = answerExport(newer, { ...asked, from: 4, limit: 100 }, 90_000);
    expect(await idsOf(second?.part)).toEqual(ids(4, 5, 6, 7, 8, 9));
    expect(second).toMatchObject({ matching: 10, covered: 10 });
  });

  it.each([
    ['that has ended', { from: 0, limit: 100 }],
    ['that was given up', { from: 4, limit: 0 }],
  ])('does not go on with one %s', (_, change) => {
    const asked = question();
    answerExport(collection, asked, 0);
    answerExport(collection, { ...asked, ...change }, 0);
    expect(answerExport(collection, { ...asked, from: 4 }, 0)).toBeUndefined();
  });

  it('does not begin with being given up', () => {
    expect(answerExport(collection, question({ limit: 0 }), 0)).toBeUndefined();
  });

  it('forgets what was begun and left', () => {
    const left = question();
    answerExport(collection, left, 0);
    for (let more = 0; more < 4; more += 1) answerExport(collection, question(), 0);
    expect(answerExport(collection, { ...left, from: 4 }, 0)).toBeUndefined();
  });

  it('of nothing is a file all the same', async () => {
    const stretch = answerExport(collection, question({ q: 'nowhere', format: 'csv' }), 0);
    expect(stretch).toMatchObject({ end: 0, matching: 0 });
    expect(await stretch?.part.text()).toBe('id,itemCount\r\n');
  });
});
