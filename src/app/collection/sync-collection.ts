import type { Collection } from './collection.ts';
import { CollectionJoiner } from './collection-joiner.ts';
import { KnownRun } from './known-run.ts';
import { loadCollection } from './load-collection.ts';
import { type LoadedCollection, type LoadOptions, LoadRun } from './load-run.ts';
import { blockOf } from './row-block.ts';
import { RowCodes } from './row-codes.ts';
import { windowOf } from './row-windows.ts';

export interface SyncOptions extends LoadOptions {
  /** The list as it was read last. */
  readonly kept: Collection;
  /** Up to so many rows all are read again: counts and times change at any time. */
  readonly readAgainUpToRows?: number | undefined;
}

/** A collection that was brought up to date. */
export interface SyncedCollection extends LoadedCollection {
  /** The stretches whose rows are as they were kept: `from` to `to`, which is not in it. Their counts and times may be old. */
  readonly asKept: readonly { readonly from: number; readonly to: number }[];
}

/** Twenty pages. */
const defaultReadAgainUpToRows = 20_000;

/**
 * Brings a list up to date that was read before: asks for what is new, and for what changed by bisection, at the cost of one request
 * when nothing did. Rows that went while as many came in, in a stretch of which both ends are known, are not found so; a small list is
 * read again as a whole. Rejects as `loadCollection` does.
 */
export async function syncCollection(options: SyncOptions): Promise<SyncedCollection> {
  const { kept, readAgainUpToRows = defaultReadAgainUpToRows } = options;
  if (kept.count <= readAgainUpToRows) return withKept(await loadCollection(options), []);
  const block = blockOf(kept);
  const last = { collection: kept, slices: [windowOf(block, 0)] };
  const joiner = new CollectionJoiner(RowCodes.of(kept), last);
  const run = new LoadRun(options, { joiner, knownRows: kept.count });
  const { loaded, slices } = await run.finish({ runs: [new KnownRun([windowOf(block, 0)])] });
  const asKept: { from: number; to: number }[] = [];
  let row = 0;
  for (const { block: from, from: first, to } of slices) {
    if (from === block && to > first) asKept.push({ from: row, to: row + to - first });
    row += to - first;
  }
  return withKept(loaded, asKept);
}

/** The same object: what was worked out of it stays with it. */
function withKept(loaded: LoadedCollection, asKept: SyncedCollection['asKept']): SyncedCollection {
  return Object.assign(loaded, { asKept });
}
