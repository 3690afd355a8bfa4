import type { ImportedDataset, ImportedUser } from '../../src/server/source/sqlite/import-datasets.ts';
import { localUsername } from '../../src/server/source/sqlite/open-connection.ts';
import { createRandom } from './random.ts';

/** Who shares some of her own with the local user. */
export const sharer: ImportedUser = { id: 'benchSharerAda000', username: 'ada' };

const unnamedShare = 0.1;
const emptyShare = 0.1;
const titledShare = 0.2;
const ownPerShared = 100;
const actors = 5000;
const seed = 4780;
const firstCreatedAtMs = Date.UTC(2023, 0, 1);
const years = 3;
const spanMs = years * 365 * 24 * 3600 * 1000;
const longestLifeMs = 30 * 24 * 3600 * 1000;
const idLength = 17;
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const subjects = [
  'orders',
  'reviews',
  'listings',
  'prices',
  'jobs',
  'profiles',
  'places',
  'comments',
  'products',
  'posts',
];
const sources = ['north', 'central', 'harbor', 'valley', 'metro', 'coast', 'summit', 'prairie'];

/**
 * `count` datasets of the local user over three years, the same ones every time: a tenth unnamed, a tenth of the others empty, made
 * by some thousand Actors, of which a few have made most of them.
 * After every hundredth comes one more, of `sharer`, shared with the local user.
 */
export function* benchDatasets(count: number): Iterable<ImportedDataset> {
  const random = createRandom(seed);
  const stepMs = spanMs / count;
  const actorIds = Array.from({ length: actors }, () => randomId(random));
  for (let index = 0; index < count; index += 1) {
    const createdAtMs = Math.floor(firstCreatedAtMs + index * stepMs);
    yield benchDataset(random, { index, createdAtMs, owner: localUsername, actorIds });
    if ((index + 1) % ownPerShared === 0) {
      yield {
        ...benchDataset(random, { index, createdAtMs, owner: sharer.username, actorIds }),
        sharedWith: [localUsername],
      };
    }
  }
}

function benchDataset(
  random: () => number,
  options: {
    readonly index: number;
    readonly createdAtMs: number;
    readonly owner: string;
    readonly actorIds: readonly string[];
  },
): ImportedDataset {
  const { index, createdAtMs, owner, actorIds } = options;
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const name = random() < unnamedShare ? null : `${pick(subjects)}-${pick(sources)}-${index}`;
  const modifiedAtMs = createdAtMs + Math.floor(random() * longestLifeMs);
  const isEmpty = name !== null && random() < emptyShare;
  return {
    id: randomId(random),
    name,
    title: name !== null && random() < titledShare ? `All ${pick(subjects)} of ${pick(sources)}, run ${index}` : null,
    owner,
    createdAtMs,
    modifiedAtMs,
    accessedAtMs: modifiedAtMs + Math.floor(random() * longestLifeMs),
    actId: actorIds[Math.floor(random() ** 2 * actorIds.length)] ?? null,
    actRunId: randomId(random),
    readCount: Math.floor(random() * 1000),
    writeCount: Math.floor(random() * 1000),
    items: isEmpty ? [] : [{ json: `{"n":${index}}`, clean: random() < 0.9 }],
  };
}

function randomId(random: () => number): string {
  return Array.from({ length: idLength }, () => base62[Math.floor(random() * base62.length)]).join('');
}
