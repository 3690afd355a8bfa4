import { datasetQuery } from '../../src/app/datasets/dataset-query.ts';
import type { DatasetSortColumn, datasetFields } from '../../src/app/datasets/fields.ts';
import type { Collection } from '../../src/engine/columns/collection.ts';
import { facetsOf } from '../../src/engine/facets/facets-of.ts';
import { queryCollection } from '../../src/engine/order/query-collection.ts';
import { parseQuery } from '../../src/engine/query/parse-query.ts';
import type { Section } from '../section.ts';
import { countIncluding, radixSort, rowTexts, shownNames, sortNames } from './ask-floors.ts';
import { type AskTimes, askSection } from './ask-section.ts';
import { benchCollection } from './bench-collection.ts';

const counts = [10_000, 100_000, 1_000_000];
const rounds = 41;
const slowRounds = 4;
const limit = 50;
/** None is a part of another, so no answer helps the next one. */
const words = [
  'harbor',
  'orders',
  'e',
  '77',
  'run 123',
  'qqqq',
  'user-12',
  'jobs-me',
  'ALL',
  'summit-5',
  'x9',
  'price',
  '404',
];
const reader = { nowMs: Date.UTC(2026, 0, 1), userId: 'userOfBench0' };

/** Asks collections in this process, as the worker of the dashboard does in its own. */
export async function measureAsk(): Promise<Section> {
  return askSection({ times: counts.flatMap((count) => timesOf(benchCollection(count))), rounds, slowRounds });
}

function timesOf(collection: Collection<typeof datasetFields>): AskTimes[] {
  const datasets = collection.count;
  const names = shownNames(collection);
  const texts = rowTexts(collection);
  const kept = { ...collection };
  const sortFresh = (column: DatasetSortColumn) =>
    queryCollection({ ...collection }, { sort: [{ column, desc: true }], limit });
  const wordOf = (round: number): string => words[round % words.length] ?? '';
  queryCollection(kept, {
    sort: [{ column: 'name', desc: false }],
    filters: parseQuery('warm', datasetQuery).terms,
    limit,
  });
  facetsOf(kept, { reader });
  return [
    {
      ...inTurns({ ask: () => sortFresh('itemCount'), floor: () => radixSort(collection.columns.itemCount) }),
      kind: 'number',
    },
    {
      ...inTurns({ ask: () => sortFresh('accessedAt'), floor: () => radixSort(collection.columns.accessedAt) }),
      kind: 'date',
    },
    {
      ...inTurns({ rounds: slowRounds, ask: () => sortFresh('name'), floor: () => sortNames(names) }),
      kind: 'name-first',
    },
    {
      ...inTurns({
        ask: (round) => queryCollection(kept, { sort: [{ column: 'name', desc: round % 2 === 0 }], limit }),
      }),
      kind: 'name-again',
    },
    {
      ...inTurns({
        ask: (round) => queryCollection(kept, { filters: parseQuery(wordOf(round), datasetQuery).terms, limit }),
        floor: (round) => countIncluding(texts, wordOf(round).toLowerCase()),
      }),
      kind: 'search',
    },
    { ...inTurns({ ask: (round) => countFilters(kept, round) }), kind: 'filters' },
  ].map((times) => ({ ...times, datasets }) as AskTimes);
}

/** All counts of a query that was not asked before. */
function countFilters(collection: Collection, round: number): void {
  const queries = [`items:>${round}`, `-owner:user-${round} is:named`, `created:2024..2025 items:<${1000 + round}`];
  facetsOf(collection, { filters: parseQuery(queries[round % queries.length] ?? '', datasetQuery).terms, reader });
}

function inTurns(options: {
  readonly rounds?: number;
  readonly ask: (round: number) => unknown;
  readonly floor?: (round: number) => unknown;
}): Pick<AskTimes, 'askedMs' | 'floorMs'> {
  const { ask, floor } = options;
  const askedMs: number[] = [];
  const floorMs: number[] = [];
  for (let round = 0; round < (options.rounds ?? rounds); round += 1) {
    askedMs.push(timeOf(() => ask(round)));
    if (floor) floorMs.push(timeOf(() => floor(round)));
  }
  return { askedMs, floorMs };
}

function timeOf(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}
