import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import { Dictionaries } from '../../../engine/columns/dictionaries.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { PageFetcher } from '../fetch/page-fetcher.ts';
import { ProblemLog } from '../fetch/problem.ts';
import { oneAtATime } from '../testing/model-answering.ts';
import { type ModelAnswering, ModelList } from '../testing/model-list.ts';
import { wasHeld } from '../testing/was-held.ts';
import { ListReader } from './list-reader.ts';
import { type Reading, readList } from './read-list.ts';

const numRuns = 500;

/** Reads a list as a load does at first. */
async function readOnce(list: ModelList, answering: ModelAnswering): Promise<Reading> {
  const fetcher = new PageFetcher({ fetchPage: list.fetchPage(answering) }, new ProblemLog(datasetFields));
  const reader = new ListReader({
    fetcher,
    dictionaries: new Dictionaries(datasetFields),
    limit: 1000,
    concurrency: 1,
    onAnswer: () => {},
  });
  const known = await reader.ask(0);
  return readList(reader, { known });
}

describe('a reading of a list that changes between two answers', () => {
  it('says that it is whole only when the list held it', async () => {
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 30, max: 120 }), oneAtATime, async (count, answering) => {
        const list = new ModelList(defaultFilter, count);
        const reading = await readOnce(list, answering);
        if (reading.kind !== 'whole') return;
        whole += 1;
        const ids = reading.windows.slices().flatMap(({ block, from, to }) => block.ids.slice(from, to));
        expect(wasHeld(list, ids)).toBe(true);
      }),
      { numRuns },
    );
    expect(whole).toBeGreaterThan(numRuns / 50);
  });
});
