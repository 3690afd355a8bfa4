import type { Collection } from '../../../engine/columns/collection.ts';
import type { CollectionJoiner } from '../../../engine/columns/collection-joiner.ts';
import type { BlockSlice } from '../../../engine/columns/join-blocks.ts';
import { keepRows } from '../../../engine/columns/keep-rows.ts';
import { type Problem, ProblemLog } from '../../../engine/columns/problem.ts';
import type { KnownRun } from './known-run.ts';
import { type Answer, ListReader } from './list-reader.ts';
import { type LoadProgress, ProgressTeller } from './load-progress.ts';
import { type FetchOptions, PageFetcher } from './page-fetcher.ts';
import { type Evidence, settleList } from './settle-list.ts';

export interface LoadOptions extends FetchOptions {
  /** Told after each answer. */
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Rows asked for at a time; the server may grant less. */
  readonly limit?: number | undefined;
  /** Requests under way at a time. */
  readonly concurrency?: number | undefined;
  /** Up to so many rows the list is read until two readings agree. */
  readonly confirmUpToRows?: number | undefined;
}

/** All datasets of a list, and how sure that is. */
export interface LoadedCollection extends Collection {
  /** What was established while the list may have changed. */
  readonly evidence: Evidence;
  /** Whether the rows are what the list held at some moment at the end of the load. */
  readonly settled: boolean;
  /** Whether all rows of the list are here: settled, and none of them was unfit to be here. */
  readonly complete: boolean;
  /** What the server did that the API does not allow. */
  readonly problems: readonly Problem[];
  /** Requests that it took. */
  readonly requests: number;
  /** Rows that the server grants at a time, as far as it has shown. */
  readonly pageRows: number;
}

/** CONTRACT: the most that `GET /v2/datasets` grants. */
const maxLimitRows = 1000;
const defaultConcurrency = 6;
/** So few rows are cheaply read twice. */
const defaultConfirmUpToRows = 5000;

/** One load, from the options to the collection. */
export class LoadRun {
  readonly reader: ListReader;
  readonly #joiner: CollectionJoiner;
  readonly #log = new ProblemLog();
  readonly #fetcher: PageFetcher;
  readonly #confirmUpToRows: number;

  /** `knownRows` is how many rows the list had when it was seen last. */
  constructor(
    options: LoadOptions,
    { joiner, knownRows = 0 }: { readonly joiner: CollectionJoiner; readonly knownRows?: number },
  ) {
    const { limit = maxLimitRows, concurrency = defaultConcurrency, onProgress = () => {} } = options;
    this.#joiner = joiner;
    this.#confirmUpToRows = options.confirmUpToRows ?? defaultConfirmUpToRows;
    this.#fetcher = new PageFetcher(options, this.#log);
    const teller = new ProgressTeller({ onProgress, joiner, nowMs: () => this.#fetcher.nowMs() });
    const { codes } = joiner;
    this.reader = new ListReader(
      { fetcher: this.#fetcher, codes, limit, concurrency, onAnswer: (windows) => teller.tell(this.reader, windows) },
      knownRows,
    );
  }

  /** Reads the list and makes the collection of it; `known` and `runs` are what is known of it before. */
  async finish(before: {
    readonly known?: Answer | undefined;
    readonly runs?: readonly KnownRun[] | undefined;
  }): Promise<LoadRunResult> {
    const settle = { reader: this.reader, log: this.#log, confirmUpToRows: this.#confirmUpToRows };
    // What is taken over as it was known is not read even once.
    const confirmUpToRows = before.runs === undefined ? this.#confirmUpToRows : 0;
    let list = await settleList({ ...settle, ...before, confirmUpToRows });
    let kept = keepRows(list.windows.slices(), this.#fetcher.nowMs());
    if (kept.repeated > 0 && list.evidence !== 'unsettled') {
      // No row moves in the list: either something changed that nothing else showed, or the server breaks its rules.
      list = await settleList(settle);
      kept = keepRows(list.windows.slices(), this.#fetcher.nowMs());
    }
    // Who gave up while the last answer was told does not want what it made complete.
    this.#fetcher.signal.throwIfAborted();
    const { total, evidence } = list;
    const settled = evidence !== 'unsettled';
    const loaded = this.#joiner.join(kept.slices, {
      total,
      evidence,
      settled,
      complete: settled && rowsOf(kept.slices) === total,
      problems: [...this.#log.problems(), ...kept.problems.problems()],
      requests: this.#fetcher.requests,
      pageRows: this.reader.pageRows,
    });
    return { slices: kept.slices, loaded };
  }
}

function rowsOf(slices: readonly BlockSlice[]): number {
  return slices.reduce((sum, { from, to }) => sum + to - from, 0);
}

interface LoadRunResult {
  readonly loaded: LoadedCollection;
  /** Where its rows come from. */
  readonly slices: readonly BlockSlice[];
}
