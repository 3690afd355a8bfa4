import { saveDataset } from './datasets.ts';
import { findDataset } from './find-dataset.ts';
import { type Store, writing } from './store.ts';

/** The least time between two writes of accesses, so that a read does not cost a write of its own. */
const intervalMs = 1_000;

interface Access {
  readonly at: number;
  readonly reads: number;
}

/**
 * Notes which datasets were read, and writes `accessedAt` and `readCount` in one transaction for all of them: soon after the
 * first read, then at most once a second.
 */
export class AccessLog {
  readonly #store: Store;
  #pending = new Map<string, Access>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #writtenAtMs = -intervalMs;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Notes one read of a dataset, by id. */
  note(id: string): void {
    const { at = 0, reads = 0 } = this.#pending.get(id) ?? {};
    this.#pending.set(id, { at: Math.max(at, this.#store.now()), reads: reads + 1 });
    if (this.#timer) return;
    const waitMs = Math.max(0, this.#writtenAtMs + intervalMs - performance.now());
    this.#timer = setTimeout(() => this.#write(), waitMs);
    this.#timer.unref();
  }

  /** Writes what is noted. */
  async flush(): Promise<void> {
    this.#write();
    await this.#writing;
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const accesses = this.#pending;
    this.#pending = new Map();
    this.#writtenAtMs = performance.now();
    // The reader has its answer already. Failing to note the time, on a full disk for example, must not end the process.
    this.#writing = this.#writing.then(() => this.#save(accesses)).catch(() => undefined);
  }

  async #save(accesses: ReadonlyMap<string, Access>): Promise<void> {
    if (accesses.size === 0) return;
    await writing(this.#store.db, async (trx) => {
      for (const [id, { at, reads }] of accesses) {
        const found = await findDataset(trx, nobody, id);
        if (!found) continue;
        await saveDataset(trx, found, {
          accessed_at: Math.max(at, found.row.accessed_at),
          read_count: found.row.read_count + reads,
        });
      }
    });
  }
}

/** The caller of a lookup by id, which finds the same dataset for every caller. */
const nobody = { userId: '', username: '' };
