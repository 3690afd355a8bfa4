import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import { datasetFields } from '../../datasets/fields.ts';
import type { ListSource } from '../fetch/list-source.ts';
import { datasetRow } from '../testing/dataset-row.ts';
import type { ExportQuestion } from './answer-export.ts';
import type { CollectionWorker } from './collection-worker.ts';

let worker: CollectionWorker;
vi.mock('comlink', () => ({
  expose: (exposed: CollectionWorker) => {
    worker = exposed;
  },
}));

const total = 10;
const items = Array.from({ length: total }, (_, number) => datasetRow(number));

afterAll(() => vi.unstubAllGlobals());

beforeAll(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', async () =>
    Response.json({ data: { total, offset: 0, limit: 1000, count: total, desc: false, items } }),
  );
  (await import('./collection-worker.ts')).serveCollections(datasetFields);
});

/** Turns to a list, and loads all of it. */
function load(list: ListSource['list']): Promise<void> {
  const source: ListSource = { baseUrl: 'http://list', server: 'list', token: undefined, credentials: 'omit', list };
  return new Promise((resolve) => {
    worker.open(source, ({ phase }) => {
      if (phase === 'complete') resolve();
    });
    worker.load(undefined);
  });
}

const question: ExportQuestion = {
  exportId: 'one',
  sort: [],
  desc: false,
  q: '',
  format: 'jsonl',
  fields: ['id'],
  from: 0,
  limit: 4,
  userId: undefined,
  locales: ['en'],
};

describe('the worker of collections', () => {
  it('keeps no rows of a list for an export once it has turned to another list', async () => {
    await load(defaultFilter);
    expect(await worker.ask('export', question)).toMatchObject({ end: 4, matching: total });
    expect(await worker.ask('export', { ...question, from: 4 })).toMatchObject({ end: 8 });
    await load({ ...defaultFilter, unnamed: true });
    expect(await worker.ask('export', { ...question, from: 8 })).toBeUndefined();
  });

  it('answers no question about a list with the rows of another one', async () => {
    await load(defaultFilter);
    const asked = worker.ask('facets', { q: '', topValues: 5, userId: undefined, locales: ['en'] });
    await load({ ...defaultFilter, unnamed: true });
    expect(await asked).toBeUndefined();
  });
});
