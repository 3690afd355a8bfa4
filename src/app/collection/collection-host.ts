import { RequestFailure } from '../api/request-failure.ts';
import { type AnswerName, type AnswerOf, answers, type QuestionOf } from './answers.ts';
import type { Collection } from './collection.ts';
import { type CollectionState, type LoadFailure, nothingLoaded } from './collection-state.ts';
import { loadCollection } from './load-collection.ts';
import type { LoadProgress } from './load-progress.ts';
import type { LoadedCollection } from './load-run.ts';
import type { FetchOptions } from './page-fetcher.ts';

export interface HostOptions extends Omit<FetchOptions, 'signal' | 'onRetry'> {
  /** Told of every change, a few times a second at most. */
  readonly onState: (state: CollectionState) => void;
}

/** How often a load is told of, and how often the rows that it has brought are made ready to be asked, in ms. */
const tellEveryMs = 200;
const snapshotEveryMs = 1000;

/** Loads one list and answers what is asked of it. It lives off the main thread. */
export class CollectionHost {
  readonly #options: HostOptions;
  readonly #nowMs: () => number;
  #state = nothingLoaded;
  #collection: Collection | undefined;
  #load: AbortController | undefined;
  #latest: LoadProgress | undefined;
  /** The progress that was told. */
  #told: LoadProgress | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsked = false;
  #maxRequests = Number.POSITIVE_INFINITY;
  #toldAtMs = Number.NEGATIVE_INFINITY;
  #snapshotAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: HostOptions) {
    this.#options = options;
    this.#nowMs = options.now ?? Date.now;
  }

  /**
   * Loads the list, from its beginning. While it is being loaded that changes nothing, but that what was begun with a bound goes on
   * without it. With `maxRequests`, a load that turns out to take more is stopped.
   */
  async load(maxRequests = Number.POSITIVE_INFINITY): Promise<void> {
    this.#maxRequests = this.#load === undefined ? maxRequests : Math.max(this.#maxRequests, maxRequests);
    if (this.#load !== undefined) return;
    const load = new AbortController();
    this.#load = load;
    this.#snapshotAtMs = Number.NEGATIVE_INFINITY;
    this.#latest = undefined;
    this.#change({ phase: 'loading', progress: undefined, failure: undefined, problems: [] });
    try {
      const loaded = await loadCollection({
        ...this.#options,
        signal: load.signal,
        onProgress: (progress) => this.#onProgress(progress),
        onRetry: (_failure, waitMs) => this.#onRetry(waitMs),
      });
      this.#load = undefined;
      this.#finish(loaded);
    } catch (error) {
      this.#load = undefined;
      this.#end(load.signal.aborted ? { phase: 'stopped' } : { phase: 'failed', failure: failureOf(error) });
    }
  }

  /** Gives the load up. What it has brought can still be asked. */
  stop(): void {
    this.#load?.abort(new DOMException('The load was stopped.', 'AbortError'));
  }

  /** Answers from the rows that are there, a part while the load goes on; `undefined` while there is none. */
  ask<Name extends AnswerName>(name: Name, question: QuestionOf<Name>): AnswerOf<Name> | undefined {
    if (!this.#isAsked) {
      this.#isAsked = true;
      this.#tellWhenDue();
    }
    if (this.#collection === undefined) return undefined;
    // The name and its question belong together, which TypeScript cannot see across an index.
    const answer = answers[name] as (
      collection: Collection,
      question: QuestionOf<Name>,
      nowMs: number,
    ) => AnswerOf<Name>;
    return answer(this.#collection, question, this.#nowMs());
  }

  #onProgress(progress: LoadProgress): void {
    this.#latest = progress;
    if (progress.expectedRequests > this.#maxRequests) this.stop();
    this.#tellWhenDue();
  }

  /** Tells what the load has brought, now or when that is due: also when nothing comes any more. */
  #tellWhenDue(): void {
    const latest = this.#latest;
    if (latest === undefined) return;
    const nowMs = this.#nowMs();
    const hasMore = this.#isAsked && latest.rows > this.#state.covered;
    const snapshotInMs = hasMore ? this.#snapshotAtMs + snapshotEveryMs - nowMs : Number.POSITIVE_INFINITY;
    const tellInMs = this.#told === latest ? Number.POSITIVE_INFINITY : this.#toldAtMs + tellEveryMs - nowMs;
    if (snapshotInMs <= 0) this.#snapshot();
    if (tellInMs <= 0 || snapshotInMs <= 0) {
      this.#told = latest;
      this.#change({ phase: 'loading', ...stateOf(latest, undefined) });
    }
    const nextMs = Math.min(snapshotInMs, tellInMs);
    if (nextMs > 0 && nextMs < Number.POSITIVE_INFINITY) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#tellWhenDue();
      }, nextMs);
    }
  }

  #onRetry(waitMs: number): void {
    if (this.#latest === undefined) return;
    this.#change(stateOf(this.#latest, this.#nowMs() + waitMs));
  }

  /** Makes the rows that a load has brought ready to be asked, when that are more than before. */
  #snapshot(): void {
    const { covered } = this.#state;
    if (this.#latest === undefined || this.#latest.rows <= covered) return;
    this.#snapshotAtMs = this.#nowMs();
    this.#collection = this.#latest.partial();
    this.#change({ version: this.#state.version + 1, covered: this.#collection.count, asOfMs: this.#nowMs() });
  }

  #finish(loaded: LoadedCollection): void {
    this.#collection = loaded;
    this.#latest = undefined;
    this.#change({
      phase: loaded.complete ? 'complete' : 'partial',
      version: this.#state.version + 1,
      covered: loaded.count,
      total: loaded.total,
      asOfMs: this.#nowMs(),
      progress: undefined,
      problems: loaded.problems,
    });
  }

  #end(change: Pick<CollectionState, 'phase'> & Partial<CollectionState>): void {
    this.#isAsked = true;
    this.#snapshot();
    // How much it would take is worth knowing, also when it is not being done.
    const told = this.#latest === undefined ? {} : stateOf(this.#latest, undefined);
    this.#latest = undefined;
    this.#change({ ...change, ...told });
  }

  #change(change: Partial<CollectionState>): void {
    this.#state = { ...this.#state, ...change };
    this.#toldAtMs = this.#nowMs();
    this.#options.onState(this.#state);
  }
}

function stateOf(progress: LoadProgress, retryAtMs: number | undefined): Partial<CollectionState> {
  const { rows, total, isChecking, requests, expectedRequests, remainingMs } = progress;
  return { total, progress: { rows, isChecking, requests, expectedRequests, remainingMs, retryAtMs } };
}

function failureOf(error: unknown): LoadFailure {
  if (error instanceof RequestFailure) {
    const { kind, status, type, message } = error;
    return { kind, status, type, message };
  }
  return {
    kind: 'unreachable',
    status: 0,
    type: 'failed',
    message: error instanceof Error ? error.message : String(error),
  };
}
