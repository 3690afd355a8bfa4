import { kindOfStatus, RequestFailure } from '../../api/request-failure.ts';
import { retryWaitMs } from '../../api/retry.ts';
import { after } from '../../browser/after.ts';
import { type ListPage, readListPage } from './list-page.ts';
import type { ProblemLog } from './problem.ts';

/** One request for rows of the list in ascending order. */
export interface PageRequest {
  /** Rows to skip. */
  readonly offset: number;
  /** Rows asked for; the server may grant less. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/**
 * Answers the `data` of `GET /v2/datasets` in ascending order, unchecked. Rejects with a `RequestFailure`, or anything else, which
 * counts as a server out of reach, or by its `status` when it has one.
 */
export type FetchPage = (request: PageRequest) => Promise<unknown>;

/** How pages are asked for. */
export interface FetchOptions {
  readonly fetchPage: FetchPage;
  /** Gives up: the promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** While it answers a promise, no request is sent until that is fulfilled: paused, or offline. */
  readonly gate?: (() => Promise<unknown> | undefined) | undefined;
  /** The server's limit (`X-RateLimit-Limit`), once it is known. */
  readonly requestsPerSecond?: (() => number | undefined) | undefined;
  /** Resolves after `ms`, rejects when the signal says so. */
  readonly wait?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
  /** Now, in ms since 1970. */
  readonly now?: (() => number) | undefined;
  /** Told what went wrong with a request that is going to be sent again, and in how many ms. */
  readonly onRetry?: ((failure: RequestFailure, waitMs: number) => void) | undefined;
  /** A request without an answer by then, in ms, counts as one to a server out of reach. */
  readonly answerWithinMs?: number | undefined;
}

/** Which rows to ask for. */
export type PageRange = Omit<PageRequest, 'signal'>;

interface SendOptions {
  readonly signal: AbortSignal;
  readonly onSend: () => void;
}

/** How often one request is sent before its failure is that of the whole: with doubling waits up to 30 s, three minutes and more. */
const maxAttempts = 12;
/** Of an answer of another shape: what stands in the way of the server for 15 s is taken for the server itself. */
const maxMalformedAttempts = 6;
const defaultAnswerWithinMs = 60_000;

/** Sends requests in the server's pace, and again while they fail with what may pass. */
export class PageFetcher {
  readonly signal: AbortSignal;
  /** Requests sent, those that failed included. */
  requests = 0;
  /** How long the gate was closed, in ms. */
  pausedMs = 0;
  readonly #options: FetchOptions;
  readonly #log: ProblemLog;
  readonly #pace = new RequestPace();
  /** After a failure nobody sends anything before this time, in ms. */
  #quietUntilMs = 0;
  #closedAtMs: number | undefined;

  constructor(options: FetchOptions, log: ProblemLog) {
    this.#options = options;
    this.#log = log;
    this.signal = options.signal ?? new AbortController().signal;
  }

  nowMs(): number {
    return (this.#options.now ?? Date.now)();
  }

  /**
   * One page. `onSend` is called each time just before the request goes out. Rejects with the failure that is final (401, 403 and
   * every other 4xx but 429) or that did not pass, or with the reason of the signal.
   */
  async fetch(range: PageRange, { signal, onSend }: SendOptions): Promise<ListPage> {
    for (let attempt = 0; ; attempt++) {
      await this.#turn(signal);
      // Whoever had the turn just before may have given all up.
      signal.throwIfAborted();
      this.requests += 1;
      onSend();
      try {
        const data = await this.#answer(range, signal);
        signal.throwIfAborted();
        return readListPage(data, range.offset, this.#log);
      } catch (error) {
        signal.throwIfAborted();
        const failure = failureOf(error);
        if (attempt + 1 >= attemptsOf(failure)) throw error;
        // Nobody else asks a server meanwhile that has too much to do.
        const waitMs = retryWaitMs(attempt, failure);
        this.#quietUntilMs = Math.max(this.#quietUntilMs, this.nowMs() + waitMs);
        this.#options.onRetry?.(failure, waitMs);
      }
    }
  }

  /** The answer to one request. One that never comes does not hold the load up for ever, also when `fetchPage` minds no signal. */
  #answer(range: PageRange, signal: AbortSignal): Promise<unknown> {
    const { fetchPage, answerWithinMs = defaultAnswerWithinMs } = this.#options;
    const request = new AbortController();
    // Before there is a timer, which what is thrown at once would leave behind.
    const answered = Promise.resolve(fetchPage({ ...range, signal: request.signal }));
    return new Promise((resolve, reject) => {
      const giveUp = (reason: unknown) => {
        request.abort(reason);
        reject(reason);
      };
      const stop = () => giveUp(signal.reason);
      const timer = setTimeout(() => giveUp(noAnswer(answerWithinMs)), answerWithinMs);
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      answered.then(resolve, reject).finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      });
    });
  }

  /** Resolves when a request may be sent. Its place in the pace is taken last: those who waited go one by one. */
  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    for (let isFree = false; !isFree; ) {
      const waitedUntilMs = await this.#quiet(signal);
      const paceMs = this.#pace.reserve(this.#options.requestsPerSecond?.(), this.nowMs());
      if (paceMs > 0) await this.#wait(paceMs, signal);
      isFree = this.#quietUntilMs === waitedUntilMs && this.#options.gate?.() === undefined;
    }
  }

  /** Resolves after the last failure's wait, with the gate open; answers until when, in ms, that was waited for. */
  async #quiet(signal: AbortSignal): Promise<number> {
    let waitedUntilMs: number;
    do {
      waitedUntilMs = this.#quietUntilMs;
      const waitMs = waitedUntilMs - this.nowMs();
      if (waitMs > 0) await this.#wait(waitMs, signal);
      for (let gate = this.#options.gate?.(); gate !== undefined; gate = this.#options.gate?.()) {
        this.#closedAtMs ??= this.nowMs();
        await orAborted(gate, signal);
      }
      if (this.#closedAtMs !== undefined) this.pausedMs += this.nowMs() - this.#closedAtMs;
      this.#closedAtMs = undefined;
    } while (waitedUntilMs !== this.#quietUntilMs);
    return waitedUntilMs;
  }

  #wait(ms: number, signal: AbortSignal): Promise<void> {
    return (this.#options.wait ?? after)(ms, signal);
  }
}

/** Waits for a promise, or rejects with the signal's reason. */
function orAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function noAnswer(withinMs: number): RequestFailure {
  const message = `There was no answer within ${Math.round(withinMs / 1000)} s.`;
  return new RequestFailure({ kind: 'unreachable', status: 0, type: 'no-answer', message });
}

function attemptsOf({ kind }: RequestFailure): number {
  if (kind === 'malformed') return maxMalformedAttempts;
  return kind === 'unauthorized' || kind === 'forbidden' || kind === 'refused' ? 1 : maxAttempts;
}

function failureOf(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  return new RequestFailure({
    kind: status >= 400 ? kindOfStatus(status) : 'unreachable',
    status,
    type: 'unreachable',
    message: error instanceof Error ? error.message : String(error),
    cause: error,
  });
}

/** When requests may be sent, by a limit of requests a second: never more than that in any one second. */
export class RequestPace {
  /** When the latest requests are sent, in ms, the earliest first. */
  #sentAtMs: number[] = [];
  #lastMs = Number.NEGATIVE_INFINITY;

  /** Takes the next place for a request and answers how long to wait for it, in ms. Without a limit: 0. */
  reserve(perSecond: number | undefined, nowMs: number): number {
    // A clock that is set back moves what was sent by it, too: else the next request waits until it is as late again.
    const backMs = this.#lastMs - nowMs;
    if (backMs > 0) this.#sentAtMs = this.#sentAtMs.map((sentAtMs) => sentAtMs - backMs);
    this.#lastMs = nowMs;
    let atMs = nowMs;
    if (perSecond !== undefined && perSecond > 0) {
      const oldest = this.#sentAtMs.at(-Math.min(maxKept / 2, Math.max(1, Math.floor(perSecond))));
      if (oldest !== undefined) atMs = Math.max(nowMs, oldest + 1000);
    }
    this.#sentAtMs.push(atMs);
    if (this.#sentAtMs.length > maxKept) this.#sentAtMs.splice(0, maxKept / 2);
    return atMs - nowMs;
  }
}

/** Twice the highest limit that is told from none. */
const maxKept = 2048;
