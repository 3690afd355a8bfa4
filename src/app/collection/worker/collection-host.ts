import type { Collection } from '../../../engine/columns/collection.ts';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import type { Keeping } from '../keep/keeping.ts';
import { type CollectionState, nothingLoaded, type OfferedRows } from '../read/collection-state.ts';
import type { LoadProgress } from '../read/load-progress.ts';
import type { LoadOptions } from '../read/load-run.ts';
import { loadCollection } from '../read/load-run.ts';
import { refreshRows, withRefreshedRows } from '../read/refresh-rows.ts';
import { sameRows, syncCollection } from '../read/sync-collection.ts';
import { askRows, type PageQuestion } from './answer-page.ts';
import { type AnswerName, type GivenAnswer, giveAnswer, type QuestionOf } from './answers.ts';
import type { HostOptions } from './host-options.ts';
import { PauseGate } from './pause-gate.ts';
import { changeByKept, changeByLoad, changeByProgress, failureOf } from './state-changes.ts';

/** Why a load is given up that was begun with a bound. */
const tooLarge = new DOMException('The load takes more requests than it may.', 'AbortError');
/** How often a load is told of, and how often the rows that it has brought are made ready to be asked, in ms. */
const tellEveryMs = 200;
const snapshotEveryMs = 1000;
/** Rows that were read since so many ms are not read again. */
const refreshAfterMs = 30_000;

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
  /** Fulfilled when what is kept can be asked. */
  readonly #restored: Promise<void>;
  #keeping: Keeping | undefined;
  readonly #pause = new PauseGate();
  /** Of the rows that are being read again. */
  #refresh = new AbortController();
  /** The order and the search of the page that was asked for last. */
  #askedLast: string | undefined;

  constructor(options: HostOptions) {
    this.#options = options;
    this.#nowMs = options.now ?? Date.now;
    this.#restored = this.#restore();
  }

  /**
   * Loads the list, or brings it up to date when all of it is there. While that goes on this changes nothing, but that what was begun
   * with a bound goes on without it. With `maxRequests`, a load that turns out to take more is stopped.
   */
  load(maxRequests = Number.POSITIVE_INFINITY): Promise<void> {
    return this.#start({ maxRequests, isAgain: false });
  }

  /** Reads all rows again. */
  readAgain(): Promise<void> {
    return this.#start({ maxRequests: Number.POSITIVE_INFINITY, isAgain: true });
  }

  /** Gives the load up. What it has brought can still be asked. */
  stop(): void {
    this.#load?.abort(new DOMException('The load was stopped.', 'AbortError'));
  }

  /** Pauses the load, or goes on with it. */
  hold(isHeld: boolean): void {
    if (this.#load === undefined) return;
    this.#pause.set(isHeld);
    this.#change({ isHeld, phase: this.#phase() });
  }

  /** Gives the list up. */
  close(): void {
    this.stop();
    clearTimeout(this.#timer);
    this.#refresh.abort();
    // Nothing that is still being worked out of it is wanted.
    this.#askedLast = undefined;
    void this.#restored.then(() => this.#keeping?.share.close());
  }

  /** Takes rows that the page has, a part of the list, while another tab loads it and there is none yet that could be asked. */
  offer({ items, total, desc }: OfferedRows): void {
    if (!this.#state.isWaiting || this.#collection !== undefined || items.length === 0) return;
    this.#collection = collectionOf(this.#options.table, desc ? items.toReversed() : items, total);
    this.#change({ version: this.#state.version + 1, covered: items.length, total, asOfMs: this.#nowMs() });
  }

  /**
   * Answers from the rows that are there, a part while the load goes on; `undefined` while there is none. An answer that takes its time
   * is given up when something else is searched for, or other rows are there.
   */
  ask<Name extends AnswerName>(name: Name, question: QuestionOf<Name>): GivenAnswer<Name> | undefined {
    if (!this.#isAsked) {
      this.#isAsked = true;
      this.#tellWhenDue();
    }
    if (name === 'page' || name === 'letters') this.#askAnew(question as PageQuestion);
    const [collection, askedLast] = [this.#collection, this.#askedLast];
    if (collection === undefined) return undefined;
    const isWanted = () => this.#collection === collection && this.#askedLast === askedLast;
    return giveAnswer(name, { collection, question, nowMs: this.#nowMs(), isWanted });
  }

  /**
   * Reads the rows of a page again that were kept from before, a few requests' worth of them, and gives up those that were asked for
   * before. Not while the list is loaded: then they come in any case. What fails leaves them as they are.
   */
  async refreshRows(question: PageQuestion): Promise<void> {
    const collection = this.#collection;
    const { phase, oldRows } = this.#state;
    if (collection === undefined || phase !== 'complete' || oldRows === 0) return;
    this.#refresh.abort();
    this.#refresh = new AbortController();
    const { signal } = this.#refresh;
    const nowMs = this.#nowMs();
    const { offset, limit } = question;
    const rows = [...askRows(collection, question, nowMs).order.page(offset, limit)];
    const freshAfterMs = nowMs - refreshAfterMs;
    const hasRead = await refreshRows(collection, rows, { ...this.#options, signal, freshAfterMs });
    if (hasRead && collection === this.#collection) this.#change({ refreshes: this.#state.refreshes + 1 });
  }

  /** What is asked in another order, or with another search, is asked of the rows as they are known by now. */
  #askAnew(question: PageQuestion): void {
    const { offset: _, limit: __, ...asked } = question;
    const key = JSON.stringify(asked);
    const isAnew = this.#askedLast !== undefined && this.#askedLast !== key;
    this.#askedLast = key;
    if (!isAnew || this.#collection === undefined) return;
    const collection = withRefreshedRows(this.#collection);
    if (collection === this.#collection) return;
    this.#collection = collection;
    this.#change({ version: this.#state.version + 1 });
  }

  async #restore(): Promise<void> {
    this.#keeping = await this.#options.keeping;
    const kept = await this.#keeping?.keeper.read();
    if (kept === undefined) return;
    this.#put(kept.collection, { ...changeByKept(kept), phase: 'kept', oldRows: kept.collection.count });
  }

  async #start({ maxRequests, isAgain }: { readonly maxRequests: number; readonly isAgain: boolean }): Promise<void> {
    this.#maxRequests = this.#load === undefined ? maxRequests : Math.max(this.#maxRequests, maxRequests);
    if (this.#load !== undefined) return;
    const load = new AbortController();
    this.#load = load;
    try {
      await this.#loadAlone(load.signal, isAgain);
    } catch (error) {
      this.#load = undefined;
      const { aborted, reason } = load.signal;
      if (aborted) this.#end({ phase: reason === tooLarge ? 'larger' : 'stopped' });
      else this.#end({ phase: 'failed', failure: failureOf(error) });
    }
  }

  /** Loads while no other tab does; what another one has brought meanwhile is taken. */
  async #loadAlone(signal: AbortSignal, isAgain: boolean): Promise<void> {
    const askedAtMs = this.#nowMs();
    await this.#restored;
    signal.throwIfAborted();
    this.#snapshotAtMs = Number.NEGATIVE_INFINITY;
    this.#latest = undefined;
    const { wasWhole, problems } = this.#state;
    this.#pause.set(false);
    const anew = { progress: undefined, isHeld: false, failure: undefined };
    this.#change({ phase: 'loading', ...anew, problems: wasWhole ? problems : [] });
    if (this.#keeping === undefined) return await this.#loadNow(signal, isAgain);
    const { keeper, share } = this.#keeping;
    const act = async () => {
      const kept = await keeper.read(({ loadedAtMs, asOfMs }) => (isAgain ? asOfMs : loadedAtMs) >= askedAtMs);
      signal.throwIfAborted();
      if (kept === undefined) return await this.#loadNow(signal, isAgain);
      this.#load = undefined;
      this.#put(kept.collection, { ...changeByKept(kept), phase: 'complete' });
    };
    const onWaiting = (isWaiting: boolean) => this.#change({ isWaiting });
    await share.alone(act, { signal, onWaiting, onTold: (told) => this.#change({ phase: this.#phase(), ...told }) });
  }

  async #loadNow(signal: AbortSignal, isAgain: boolean): Promise<void> {
    const before = isAgain || !this.#state.wasWhole ? undefined : this.#collection;
    const options: LoadOptions = {
      ...this.#options,
      signal,
      onProgress: (progress) => this.#onProgress(progress, before !== undefined),
      onRetry: (_failure, waitMs) => this.#onRetry(waitMs),
      gate: () => this.#gate(),
    };
    const loaded = before
      ? await syncCollection({ ...options, kept: before })
      : { ...(await loadCollection(options)), asKept: [] };
    this.#load = undefined;
    const nowMs = this.#nowMs();
    const change = changeByLoad(loaded, { ...this.#state, nowMs });
    this.#put(loaded, change);
    if (!loaded.complete) return;
    const { asOfMs = nowMs, oldRows, problems } = change;
    const kept = { collection: loaded, loadedAtMs: nowMs, asOfMs, oldRows, problems };
    await this.#keeping?.keeper.write(kept, sameRows(before, loaded));
  }

  #onProgress(progress: LoadProgress, isSync: boolean): void {
    this.#latest = progress;
    // What is there may save most of what is expected.
    if ((isSync ? progress.requests : progress.expectedRequests) > this.#maxRequests) this.#load?.abort(tooLarge);
    this.#tellWhenDue();
  }

  /** Tells what the load has brought, now or when that is due: also when nothing comes any more. */
  #tellWhenDue(): void {
    const latest = this.#latest;
    if (latest === undefined) return;
    const nowMs = this.#nowMs();
    const hasMore = this.#isAsked && !this.#state.wasWhole && latest.rows > this.#state.covered;
    const snapshotInMs = hasMore ? this.#snapshotAtMs + snapshotEveryMs - nowMs : Number.POSITIVE_INFINITY;
    const tellInMs = this.#told === latest ? Number.POSITIVE_INFINITY : this.#toldAtMs + tellEveryMs - nowMs;
    if (snapshotInMs <= 0) this.#snapshot();
    if (tellInMs <= 0 || snapshotInMs <= 0) {
      this.#told = latest;
      this.#changeByProgress(latest, undefined);
    }
    const nextMs = Math.min(...[snapshotInMs, tellInMs].filter((inMs) => inMs > 0));
    clearTimeout(this.#timer);
    if (nextMs < Number.POSITIVE_INFINITY) this.#timer = setTimeout(() => this.#tellWhenDue(), nextMs);
  }

  #onRetry(waitMs: number): void {
    if (this.#latest !== undefined) this.#changeByProgress(this.#latest, this.#nowMs() + waitMs);
  }

  /** What stands in the way of a load under way, until it no longer does. */
  #closed(): Promise<unknown> | undefined {
    return this.#pause.closed ?? this.#options.gate?.();
  }

  /** Of a load under way: answers may still come that were asked for before it was paused. */
  #phase(): 'loading' | 'paused' {
    return this.#closed() === undefined ? 'loading' : 'paused';
  }

  /** As `#closed`, and tells of it. */
  #gate(): Promise<unknown> | undefined {
    this.#tellPhase();
    return this.#closed()?.then(() => this.#tellPhase());
  }

  #tellPhase(): void {
    const phase = this.#phase();
    if (this.#load !== undefined && phase !== this.#state.phase) this.#change({ phase });
  }

  #changeByProgress(progress: LoadProgress, retryAtMs: number | undefined): void {
    const change = changeByProgress(progress, retryAtMs);
    this.#change({ phase: this.#phase(), ...change });
    this.#keeping?.share.tell({ total: progress.total, progress: change.progress });
  }

  /** Makes the rows that a load has brought ready to be asked, when that are more than before: a part is no more than a whole. */
  #snapshot(): void {
    const { covered, wasWhole } = this.#state;
    if (wasWhole || this.#latest === undefined || this.#latest.rows <= covered) return;
    this.#snapshotAtMs = this.#nowMs();
    this.#collection = this.#latest.partial();
    this.#change({ version: this.#state.version + 1, covered: this.#collection.count, asOfMs: this.#nowMs() });
  }

  /** Makes a collection the one that is asked. */
  #put(collection: Collection, change: Partial<CollectionState>): void {
    this.#collection = collection;
    this.#latest = undefined;
    this.#change({ ...change, version: this.#state.version + 1 });
  }

  #end(change: Pick<CollectionState, 'phase'> & Partial<CollectionState>): void {
    this.#isAsked = true;
    this.#snapshot();
    // How much it would take is worth knowing, also when it is not being done.
    const told = this.#latest === undefined ? {} : changeByProgress(this.#latest, undefined);
    this.#latest = undefined;
    this.#change({ ...change, ...told });
  }

  #change(change: Partial<CollectionState>): void {
    this.#state = { ...this.#state, ...change };
    this.#toldAtMs = this.#nowMs();
    this.#options.onState(this.#state);
  }
}
