import type { NewItem } from '../src/server/source/interface/source.ts';
import type { ImportedData, ImportedDataset } from '../src/server/source/sqlite/import-datasets.ts';

/** When the newest dataset of every collection was created, in ms since 1970. */
export const newestCreatedAtMs = Date.UTC(2026, 0, 15, 10, 30);

const hourMs = 3_600_000;
const plainItem: NewItem = { json: '{"url":"https://example.com/","price":12}', clean: true };
const hiddenItem: NewItem = { json: '{"#error":true}', clean: false };

/** What a test's database holds before it begins. `reader` is the username of whom the dashboard is looked at as. */
const makers = {
  /** `set-0001` (the oldest) to `set-1200`, an hour apart; see `many`. */
  many: (reader) => ({ users: [ada], datasets: many(reader) }),
  /** A few, each of which shows something of its own; see `few`. */
  few: (reader) => ({ users: [ada], datasets: few(reader) }),
  /** No dataset at all. */
  none: () => ({ datasets: [] }),
} as const satisfies Record<string, (reader: string) => ImportedData>;

export type CollectionName = keyof typeof makers;

/** What `many` holds: `named` may all be seen, `shared` of them are Ada's, `filled` are not empty, unnamed ones included. */
export const manyCounts = { named: 1_200, shared: 120, unnamed: 30, filled: 930 } as const;

/** The data of a collection. */
export function collection(name: CollectionName, reader: string): ImportedData {
  return makers[name](reader);
}

const ada = { id: 'AdaLovelace000001', username: 'ada' };

/** Every tenth is Ada's and shared, every fourth is empty, and after every fortieth comes an unnamed one. */
function* many(reader: string): Generator<ImportedDataset> {
  for (let number = 1; number <= manyCounts.named; number += 1) {
    const createdAtMs = newestCreatedAtMs - (manyCounts.named - number) * hourMs;
    yield {
      id: idOf('Named', number),
      name: `set-${String(number).padStart(4, '0')}`,
      createdAtMs,
      items: number % 4 === 0 ? [] : [plainItem],
      ...(number % 10 === 0 ? { owner: 'ada', sharedWith: [reader] } : { owner: reader }),
    };
    if (number % 40 === 0) {
      yield { id: idOf('Unnamed', number), createdAtMs, owner: reader, items: [plainItem] };
    }
  }
}

/** Oldest first. */
function few(reader: string): ImportedDataset[] {
  const at = (hoursAgo: number) => ({ createdAtMs: newestCreatedAtMs - hoursAgo * hourMs });
  return [
    { id: 'SharedByAda000001', name: 'eshop-items', owner: 'ada', sharedWith: [reader], items: [plainItem], ...at(60) },
    { id: 'Unnamed0000000001', owner: reader, items: [plainItem, plainItem], ...at(50) },
    {
      id: 'ManyItems00000001',
      name: 'many-items',
      owner: reader,
      items: [...Array(1_200).fill(plainItem), ...Array(34).fill(hiddenItem)],
      ...at(40),
    },
    {
      id: 'FromARun000000001',
      name: 'from-a-run',
      owner: reader,
      items: [plainItem],
      actId: 'ActorOfTheRun0001',
      actRunId: 'RunOfTheActor0001',
      ...at(30),
    },
    {
      id: 'Titled00000000001',
      name: 'titled',
      title: 'Ceny bytů – 東京',
      owner: reader,
      items: [plainItem],
      ...at(20),
    },
    { id: 'Hostile0000000001', name: 'hostile', title: '<img src=x onerror=alert(1)>', owner: reader, ...at(10) },
    {
      id: 'Newest00000000001',
      name: 'empty-one',
      owner: reader,
      modifiedAtMs: newestCreatedAtMs + hourMs,
      accessedAtMs: newestCreatedAtMs + 2 * hourMs,
      ...at(0),
    },
  ];
}

/** 17 characters, as every id has (CONTRACT). */
function idOf(word: string, number: number): string {
  return word + String(number).padStart(17 - word.length, '0');
}
