import { datasetFields } from '../../src/app/datasets/fields.ts';
import type { DatasetListItem } from '../../src/contract/dataset.ts';
import type { Collection } from '../../src/engine/columns/collection.ts';
import { collectionOf } from '../../src/engine/columns/join-blocks.ts';
import type { ImportedDataset } from '../../src/server/source/sqlite/import-datasets.ts';
import { benchDatasets } from '../data/bench-datasets.ts';
import { createRandom } from '../data/random.ts';

const owners = 1000;
const mostItemsExponent = 14;
const cleanShare = 0.9;
const seed = 4781;

/** The datasets of the other parts, with many owners and numbers of items: the same ones every time. */
export function benchCollection(count: number): Collection<typeof datasetFields> {
  const random = createRandom(seed);
  const rows: DatasetListItem[] = [];
  for (const dataset of benchDatasets(count)) {
    if (rows.length < count) rows.push(rowOf(dataset, random));
  }
  return collectionOf(datasetFields, rows);
}

function rowOf(dataset: ImportedDataset, random: () => number): DatasetListItem {
  const { createdAtMs, modifiedAtMs = createdAtMs, accessedAtMs = createdAtMs, items = [] } = dataset;
  // A few have most of it, as it is in life.
  const owner = Math.floor(random() ** 3 * owners);
  const itemCount = items.length === 0 ? 0 : Math.floor(Math.exp(random() * mostItemsExponent));
  return {
    id: dataset.id,
    name: dataset.name ?? null,
    title: dataset.title ?? null,
    userId: `userOfBench${owner}`,
    username: `user-${owner}`,
    createdAt: new Date(createdAtMs).toISOString(),
    modifiedAt: new Date(modifiedAtMs).toISOString(),
    accessedAt: new Date(accessedAtMs).toISOString(),
    itemCount,
    cleanItemCount: Math.floor(itemCount * (random() < cleanShare ? 1 : random())),
    actId: dataset.actId ?? null,
    actRunId: dataset.actRunId ?? null,
    generalAccess: null,
  };
}
