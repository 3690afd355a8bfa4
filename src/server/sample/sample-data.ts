import type { ImportedData, ImportedDataset } from '../source/sqlite/import-datasets.ts';
import { createRandom, type Random } from './random.ts';
import { sampleItems } from './sample-items.ts';
import { sampleNames, sampleTitles } from './sample-names.ts';
import { sampleEndMs, sampleTimes } from './sample-times.ts';

/** How many datasets the sample has. */
export const sampleSize = 1_200;
/** The local user of the sample database. */
export const sampleUserId = 'wRsJZtadYvn4mBZmm';

const localUsername = 'local';
const others = [
  { id: 'Fq3VbXo9dTz5LkRc2', username: 'acme-research', share: 0.17 },
  { id: 'nP8sYh1WgUe6MaJx4', username: 'data-desk', share: 0.12 },
  { id: 'Zk5tCw7QrBi2DvNy9', username: 'kiosk-lab', share: 0.05 },
  { id: 'Lg4uEm8XsOj3HfAp6', username: 'm.tanaka', share: 0.03 },
] as const;

const seed = 0x5e71;
const pairs = 2;
const namedShare = 0.44;
const emptyShare = 0.035;
const titledShare = 0.16;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * The sample: datasets of three years, of the local user and of others who share theirs with it. The same in every run.
 * The empty ones have names, because unnamed empty ones are in no list (CONTRACT, `unnamed`).
 */
export function sampleData(): ImportedData {
  return { users: others.map(({ id, username }) => ({ id, username })), datasets: sampleDatasets() };
}

function* sampleDatasets(): Generator<ImportedDataset> {
  const random = createRandom(seed);
  const times = sampleTimes(random, { count: sampleSize, pairs });
  const kinds = times.map(() => ({ named: random.chance(namedShare), empty: random.chance(emptyShare) }));
  const isNamed = (kind: { named: boolean; empty: boolean }): boolean => kind.named || kind.empty;
  const names = sampleNames(random, kinds.filter(isNamed).length)[Symbol.iterator]();
  for (const [index, createdAtMs] of times.entries()) {
    const kind = kinds[index];
    const named = kind !== undefined && isNamed(kind);
    const items = kind?.empty ? [] : sampleItems(random, createdAtMs);
    yield {
      id: random.base62(17),
      name: named ? (names.next().value ?? null) : null,
      title: random.chance(named ? titledShare : titledShare / 4) ? random.pick(sampleTitles) : null,
      ...sampleOwner(random),
      ...laterTimes(random, { createdAtMs, named }),
      createdAtMs,
      ...sampleRun(random),
      readCount: random.int(0, 400),
      writeCount: Math.ceil(items.length / random.int(1, 25)),
      items,
    };
  }
}

/** Who owns the dataset. One that another user owns is shared with the local user. */
function sampleOwner(random: Random): Pick<ImportedDataset, 'owner' | 'sharedWith'> {
  let rest = random.next();
  const other = others.find(({ share }) => {
    rest -= share;
    return rest < 0;
  });
  return other ? { owner: other.username, sharedWith: [localUsername] } : { owner: localUsername, sharedWith: [] };
}

/** When the dataset was last written and read: one that a run made is complete within the hour, a named one may grow for weeks. */
function laterTimes(
  random: Random,
  { createdAtMs, named }: { createdAtMs: number; named: boolean },
): { modifiedAtMs: number; accessedAtMs: number } {
  const writtenForMs = named && random.chance(0.5) ? random.int(1, 60) * dayMs : random.int(0, 45 * minuteMs);
  const modifiedAtMs = Math.min(createdAtMs + writtenForMs, sampleEndMs);
  const unreadForMs = random.chance(0.3) ? 0 : random.int(minuteMs, 90 * dayMs);
  return { modifiedAtMs, accessedAtMs: Math.min(modifiedAtMs + unreadForMs, sampleEndMs) };
}

/** A program that makes datasets, known by its id alone. */
interface SampleActor {
  /** 17 characters, the `actId` on the wire. */
  readonly id: string;
  /** How often it runs, beside the others. */
  readonly weight: number;
}

const actors: readonly [SampleActor, ...SampleActor[]] = [
  { id: 'moJRLRc85AitArpNN', weight: 30 },
  { id: 'aYG0l9s7dbB7j3gbS', weight: 22 },
  { id: 'nwua9Gu5YrADL7ZDj', weight: 18 },
  { id: 'BG3WDrGdteHgZgbPK', weight: 12 },
  { id: '3oqHnKkPhLGWJt2zX', weight: 9 },
  { id: 'h7sDV53CddomktSi5', weight: 6 },
  { id: 'Kq8vXz1TnRbW4eYcU', weight: 3 },
];

const totalWeight = actors.reduce((sum, actor) => sum + actor.weight, 0);

/** The Actor and the run that made a dataset; `null` twice when somebody made it by hand. */
function sampleRun(random: Random): { readonly actId: string | null; readonly actRunId: string | null } {
  if (random.chance(0.3)) return { actId: null, actRunId: null };
  let rest = random.next() * totalWeight;
  const actor = actors.find(({ weight }) => {
    rest -= weight;
    return rest < 0;
  });
  return { actId: (actor ?? actors[0]).id, actRunId: random.base62(17) };
}
