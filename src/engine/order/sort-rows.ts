import type { CodedColumn, Collection, Owner } from '../columns/collection.ts';
import { perCollection } from '../columns/per-collection.ts';
import { RecentValues } from '../columns/recent-values.ts';
import { idRanks } from './id-ranks.ts';
import { missingKey, type SortableKeys } from './key-bits.ts';
import { nameRanks } from './name-ranks.ts';
import type { SortColumn, SortKey } from './sort-key.ts';
import { rowNumbers, stableOrder } from './stable-order.ts';
import { naturalOrder, textRanks } from './text-ranks.ts';

/** How rows are ordered. */
export interface Order {
  readonly sort: readonly SortKey[];
  /** Turns the API's own order; without effect once `sort` says anything. */
  readonly desc: boolean;
  /** Languages by which names are ordered, best first; empty means the runtime's own. */
  readonly locales: readonly string[];
}

const keptOrders = 4;
const keptColumns = 10;

const ordersOf = perCollection(() => new RecentValues<Uint32Array>(keptOrders));
const keysOf = perCollection(() => new RecentValues<SortableKeys>(keptColumns));

/**
 * All rows of a collection in an order: equal ones by order of creation, those without a value (no name, no Actor, no readable
 * date) last in both directions. It is kept with the collection: do not change it.
 */
export function sortRows(collection: Collection, order: Order): Uint32Array {
  return ordersOf(collection).get(orderKey(order), () => {
    const { sort, desc, locales } = order;
    if (sort.length === 0) return desc ? rowNumbers(collection.count).reverse() : rowNumbers(collection.count);
    let rows: Uint32Array | undefined;
    for (const key of [...sort].reverse()) {
      rows = stableOrder(sortableKeys(collection, key.column, locales), { desc: key.desc, from: rows });
    }
    return rows ?? rowNumbers(collection.count);
  });
}

/** Tells orders apart: equal for two that put all rows in the same places. */
export function orderKey({ sort, desc, locales }: Order): string {
  if (sort.length === 0) return String(desc);
  const keys = sort.map((key) => `${key.desc ? '-' : ''}${key.column}`);
  return `${keys.join()} ${locales.join()}`;
}

function sortableKeys(collection: Collection, column: SortColumn, locales: readonly string[]): SortableKeys {
  const isByLocale = column === 'name' || column === 'owner';
  return keysOf(collection).get(isByLocale ? `${column} ${locales.join()}` : column, () =>
    makeKeys(collection, column, locales),
  );
}

function makeKeys(collection: Collection, column: SortColumn, locales: readonly string[]): SortableKeys {
  const { count, id, actId, actRunId, owner } = collection;
  switch (column) {
    case 'name':
      return nameRanks(collection, locales);
    case 'owner':
      return codedRanks(owner, ownerText, (texts) => textRanks(texts, naturalOrder(locales))).subarray(0, count);
    case 'actId':
      return codedRanks(actId, (actor) => actor ?? '', idRanks).subarray(0, count);
    case 'id':
      return idRanks(rowTexts(count, (row) => id[row]));
    case 'actRunId':
      return idRanks(rowTexts(count, (row) => actRunId.at(row)));
    case 'createdAt':
      return collection.createdAtMs.subarray(0, count);
    case 'modifiedAt':
      return collection.modifiedAtMs.subarray(0, count);
    case 'accessedAt':
      return collection.accessedAtMs.subarray(0, count);
    default:
      return collection[column].subarray(0, count);
  }
}

function rowTexts(count: number, read: (row: number) => string | null | undefined): string[] {
  return Array.from({ length: count }, (_, row) => read(row) ?? '');
}

/** An owner as the table shows one who is not the reader. */
function ownerText({ username, userId }: Owner): string {
  return username || userId;
}

function codedRanks<Value>(
  { codes, values }: CodedColumn<Value>,
  textOf: (value: Value) => string,
  ranksOf: (texts: readonly string[]) => Uint32Array,
): Uint32Array {
  const ranks = ranksOf(values.map(textOf));
  return codes.map((code) => ranks[code] ?? missingKey);
}
