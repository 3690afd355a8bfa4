import { ApiError } from '../../../contract/api-error.ts';
import { datasetFields } from '../../datasets/fields.ts';
import type { PageRequest } from '../fetch/page-fetcher.ts';
import { keeperOf } from '../keep/keep-collection.ts';
import { keepLimits } from '../keep/keep-limits.ts';
import { shareOf } from '../keep/share-load.ts';
import { FakeLocks } from '../keep/testing/fake-locks.ts';
import { MemoryRecords } from '../keep/testing/memory-records.ts';
import type { CollectionState } from '../read/collection-state.ts';
import { CollectionHost } from '../worker/collection-host.ts';
import { datasetRow } from './dataset-row.ts';

/** When all rows were created. */
export const laterMs = Date.UTC(2027, 1, 1);
const limits = { ...keepLimits, chunkRows: 1000 };

/** A server with a list of `count` rows, a thousand a page, that can be held; and a browser that visits it. */
export function world(count: number) {
  const rows = Array.from({ length: count }, (_, number) => datasetRow(number));
  const records = new MemoryRecords();
  const locks = new FakeLocks();
  const here = {
    rows,
    records,
    nowMs: laterMs,
    requests: 0,
    held: undefined as Promise<void> | undefined,
    heldFrom: 0,
    failing: false,
    /** Fails from this offset on. */
    failingFrom: Number.POSITIVE_INFINITY,
  };
  async function fetchPage({ offset, limit, signal }: PageRequest): Promise<unknown> {
    here.requests += 1;
    if (here.failing || offset >= here.failingFrom)
      throw new ApiError({ status: 403, type: 'insufficient-permissions', message: 'No.' });
    if (here.held !== undefined && here.requests > here.heldFrom) {
      await Promise.race([
        here.held,
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      ]);
    }
    const items = rows.slice(offset, offset + Math.min(limit, 1000));
    return { total: rows.length, offset, limit, count: items.length, desc: false, items };
  }
  /** Another tab or another visit. */
  function visit({ key = 'list' } = {}) {
    const states: CollectionState[] = [];
    const host = new CollectionHost({
      table: datasetFields,
      fetchPage,
      now: () => here.nowMs,
      onState: (state) => states.push(state),
      wait: async () => {},
      keeping: Promise.resolve({
        keeper: keeperOf({
          table: datasetFields,
          withRecords: records.withRecords,
          key,
          limits,
          now: () => here.nowMs,
        }),
        share: shareOf(key, { locks, openChannel: undefined }),
      }),
    });
    return { host, states, last: () => states.at(-1) };
  }
  /** Lets so many requests through, and then none until it is released. */
  function hold(requests = 0): () => void {
    here.heldFrom = here.requests + requests;
    let release = () => {};
    here.held = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      here.held = undefined;
      release();
    };
  }
  return { here, visit, hold };
}

/** A world whose list was loaded before. */
export async function visitedWorld(count: number) {
  const made = world(count);
  await made.visit().host.load();
  made.here.nowMs += 60_000;
  made.here.requests = 0;
  return made;
}
