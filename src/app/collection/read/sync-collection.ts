import { type Collection, idsOf } from '../../../engine/columns/collection.ts';
import { Dictionaries } from '../../../engine/columns/dictionaries.ts';
import { CollectionJoiner } from '../../../engine/columns/join-blocks.ts';
import { blockOf } from '../../../engine/columns/row-block.ts';
import { KnownRun } from './known-run.ts';
import { type LoadedCollection, type LoadOptions, LoadRun } from './load-run.ts';
import { windowOf } from './row-windows.ts';

export interface SyncOptions extends LoadOptions {
  /** The list as it was read last. */
  readonly kept: Collection;
  /** Up to so many pages, as large as the server grants them, all rows are read again: counts and times change at any time. */
  readonly readAgainUpToPages?: number | undefined;
}

/** A collection that was brought up to date. */
export interface SyncedCollection extends LoadedCollection {
  /** The stretches whose rows are as they were kept: `from` to `to`, which is not in it. Their counts and times may be old. */
  readonly asKept: readonly { readonly from: number; readonly to: number }[];
}

const defaultReadAgainUpToPages = 20;

/**
 * Brings a list up to date that was read before: asks for what is new, and for what changed by bisection, at the cost of one or two
 * requests when nothing did. Rows that went while as many came in, in a stretch of which both ends are known, are not found so; a small list is
 * read again as a whole. Rejects as `loadCollection` does.
 */
export async function syncCollection(options: SyncOptions): Promise<SyncedCollection> {
  const { kept, readAgainUpToPages = defaultReadAgainUpToPages } = options;
  const block = blockOf(kept);
  const last = { collection: kept, slices: [windowOf(block, 0)] };
  const joiner = new CollectionJoiner(Dictionaries.of(kept), last);
  const run = new LoadRun(options, { joiner, knownRows: kept.count });
  const { reader } = run;
  // Of how many pages that is, an answer tells; of larger ones than the server may grant, it is too many in any case.
  const mayBeFew = kept.count <= readAgainUpToPages * reader.pageRows;
  const known = mayBeFew ? await reader.ask(0) : undefined;
  const isFew = mayBeFew && reader.total <= readAgainUpToPages * reader.pageRows;
  const runs = isFew ? undefined : [new KnownRun([windowOf(block, 0)])];
  const { loaded, slices } = await run.finish({ known, runs });
  const asKept: { from: number; to: number }[] = [];
  let row = 0;
  for (const { block: from, from: first, to } of slices) {
    if (from === block && to > first) asKept.push({ from: row, to: row + to - first });
    row += to - first;
  }
  // The same object: what was worked out of it stays with it.
  return Object.assign(loaded, { asKept });
}

/** How many rows from the first one on are as they were in the collection that another one was made from, and where they were. */
export function sameRows(before: Collection | undefined, now: Collection & Pick<SyncedCollection, 'asKept'>): number {
  const [first] = now.asKept;
  return first?.from === 0 && before && idsOf(before)[0] === idsOf(now)[0] ? first.to : 0;
}
