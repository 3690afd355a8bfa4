import type { Collection } from '../../../engine/columns/collection.ts';
import { Dictionaries } from '../../../engine/columns/dictionaries.ts';
import { type BlockSlice, CollectionJoiner } from '../../../engine/columns/join-blocks.ts';
import type { TableDescription } from '../../../engine/columns/table-description.ts';
import { type FetchOptions, PageFetcher } from '../fetch/page-fetcher.ts';
import { type Problem, ProblemLog } from '../fetch/problem.ts';
import { keepRows } from './keep-rows.ts';
import type { KnownRun } from './known-run.ts';
import { type Answer, ListReader } from './list-reader.ts';
import { type LoadProgress, ProgressTeller } from './load-progress.ts';
import { type Evidence, settleList } from './settle-list.ts';

export interface LoadOptions extends FetchOptions {
  /** What the rows of the list are. */
  readonly table: TableDescription;
  /** Told after each answer. */
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Rows asked for at a time; the server may grant less. */
  readonly limit?: number | undefined;
  /** Requests under way at a time. */
  readonly concurrency?: number | undefined;
  /** Up to so many rows the list is read until two readings agree. */
  readonly confirmUpToRows?: number | undefined;
}

/** All rows of a list, and how sure that is. */
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
  readonly #table: TableDescription;
  readonly #log: ProblemLog;
  readonly #fetcher: PageFetcher;
  readonly #confirmUpToRows: number;

  /** `knownRows` is how many rows the list had when it was seen last. */
  constructor(
    options: LoadOptions,
    { joiner, knownRows = 0 }: { readonly joiner: CollectionJoiner; readonly knownRows?: number },
  ) {
    const { limit = maxLimitRows, concurrency = defaultConcurrency, onProgress = () => {} } = options;
    this.#joiner = joiner;
    this.#table = options.table;
    this.#log = new ProblemLog(options.table);
    this.#confirmUpToRows = options.confirmUpToRows ?? defaultConfirmUpToRows;
    this.#fetcher = new PageFetcher(options, this.#log);
    const teller = new ProgressTeller({ onProgress, joiner, nowMs: () => this.#fetcher.nowMs() });
    const { dictionaries } = joiner;
    this.reader = new ListReader(
      {
        fetcher: this.#fetcher,
        dictionaries,
        limit,
        concurrency,
        onAnswer: (windows) => teller.tell(this.reader, windows),
      },
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
    let kept = keepRows(list.windows.slices(), this.#table, this.#fetcher.nowMs());
    if (kept.repeated > 0 && list.evidence !== 'unsettled') {
      // No row moves in the list: either something changed that nothing else showed, or the server breaks its rules.
      list = await settleList(settle);
      kept = keepRows(list.windows.slices(), this.#table, this.#fetcher.nowMs());
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

/**
 * Loads all of a list in ascending order, several pages at a time, while it changes: what comes out is what the list held at some
 * moment at the end of the load, as far as `evidence` says. Rejects with the signal's reason, or with a failure that is final or
 * does not pass; what was read until then was told to `onProgress`.
 */
export async function loadCollection(options: LoadOptions): Promise<LoadedCollection> {
  const run = new LoadRun(options, { joiner: new CollectionJoiner(new Dictionaries(options.table)) });
  const known = await run.reader.ask(0);
  return (await run.finish({ known })).loaded;
}
