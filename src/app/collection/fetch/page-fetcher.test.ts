import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type FailureKind, RequestFailure } from '../../api/request-failure.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { type FetchOptions, PageFetcher, RequestPace } from './page-fetcher.ts';
import { ProblemLog } from './problem.ts';

const page = { total: 0, items: [] };
const { signal } = new AbortController();

function failure(kind: FailureKind, retryAfterMs?: number): RequestFailure {
  return new RequestFailure({ kind, status: 0, type: kind, message: '', retryAfterMs });
}

/** A fetcher with a clock that moves only while it waits. */
function fetcherWith(options: FetchOptions) {
  const clock = { nowMs: 1_000, waitsMs: [] as number[] };
  const wait = async (ms: number) => {
    clock.waitsMs.push(ms);
    clock.nowMs += ms;
  };
  return {
    clock,
    fetcher: new PageFetcher({ wait, now: () => clock.nowMs, ...options }, new ProblemLog(datasetFields)),
  };
}

function ask(fetcher: PageFetcher, stop = signal) {
  return fetcher.fetch({ offset: 0, limit: 10 }, { signal: stop, onSend: () => {} });
}

describe('a request that fails', () => {
  it.each<[FailureKind]>([['rate-limited'], ['server'], ['upstream'], ['unreachable'], ['malformed']])(
    'as %s is sent again after 500 ms, doubling, with jitter',
    async (kind) => {
      const failures = [failure(kind), failure(kind), failure(kind)];
      const left = [...failures];
      const { clock, fetcher } = fetcherWith({
        fetchPage: async () => {
          const next = left.shift();
          if (next) throw next;
          return page;
        },
      });
      await expect(ask(fetcher)).resolves.toEqual(page);
      expect(fetcher.requests).toBe(4);
      expect(clock.waitsMs).toHaveLength(3);
      clock.waitsMs.forEach((waitMs, attempt) => {
        expect(waitMs).toBeGreaterThanOrEqual(500 * 2 ** attempt);
        expect(waitMs).toBeLessThanOrEqual(750 * 2 ** attempt);
      });
    },
  );

  it('is sent again when the server asked for it', async () => {
    const left = [failure('rate-limited', 7_000)];
    const { clock, fetcher } = fetcherWith({
      fetchPage: () => {
        const next = left.shift();
        return next ? Promise.reject(next) : Promise.resolve(page);
      },
    });
    await ask(fetcher);
    expect(clock.waitsMs).toEqual([7_000]);
  });

  it.each<[FailureKind]>([['unauthorized'], ['forbidden'], ['refused']])('as %s is not sent again', async (kind) => {
    const error = failure(kind);
    const { fetcher } = fetcherWith({ fetchPage: () => Promise.reject(error) });
    await expect(ask(fetcher)).rejects.toBe(error);
    expect(fetcher.requests).toBe(1);
  });

  it('is given up in half a minute when no answer has the shape of one', async () => {
    const error = failure('malformed');
    const { clock, fetcher } = fetcherWith({ fetchPage: () => Promise.reject(error) });
    await expect(ask(fetcher)).rejects.toBe(error);
    expect(fetcher.requests).toBe(6);
    expect(clock.waitsMs.reduce((sum, waitMs) => sum + waitMs)).toBeLessThan(30_000);
  });

  it('is given up in the end, with its failure', async () => {
    const error = new TypeError('no network');
    const { fetcher } = fetcherWith({ fetchPage: () => Promise.reject(error) });
    await expect(ask(fetcher)).rejects.toBe(error);
    expect(fetcher.requests).toBeGreaterThan(5);
  });

  it('keeps the others from asking meanwhile', async () => {
    const left = [failure('rate-limited', 7_000)];
    let waiting = () => {};
    const { fetcher } = fetcherWith({
      fetchPage: () => {
        const next = left.shift();
        return next ? Promise.reject(next) : Promise.resolve(page);
      },
      now: () => 0,
      wait: () =>
        new Promise((resolve) => {
          waiting = resolve;
        }),
    });
    const first = ask(fetcher);
    await Promise.resolve().then(() => Promise.resolve());
    const second = ask(fetcher);
    await new Promise(setImmediate);
    expect(fetcher.requests).toBe(1);
    waiting();
    await second;
    expect(fetcher.requests).toBe(2);
    first.catch(() => {});
  });
});

describe('a request', () => {
  it('without an answer for a minute is given up, and sent again', async () => {
    vi.useFakeTimers();
    try {
      const signals: AbortSignal[] = [];
      const failures: RequestFailure[] = [];
      const { fetcher } = fetcherWith({
        fetchPage: ({ signal: given }) => {
          signals.push(given);
          return signals.length > 1 ? Promise.resolve(page) : new Promise(() => {});
        },
        onRetry: (retried) => failures.push(retried),
      });
      const asked = ask(fetcher);
      await vi.advanceTimersByTimeAsync(59_999);
      expect(fetcher.requests).toBe(1);
      await vi.advanceTimersByTimeAsync(1);
      await expect(asked).resolves.toEqual(page);
      expect(failures).toMatchObject([{ kind: 'unreachable', message: 'There was no answer within 60 s.' }]);
      expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits for its turn in the pace of the server', async () => {
    const { clock, fetcher } = fetcherWith({ fetchPage: async () => page, requestsPerSecond: () => 2 });
    for (let n = 0; n < 5; n++) await ask(fetcher);
    expect(clock.waitsMs).toEqual([1000, 1000]);
  });

  it.each([['after a failure'], ['at the gate']])(
    'keeps to the pace of the server when several waited %s',
    async (where) => {
      const sleepers: { atMs: number; wake: () => void }[] = [];
      const sentAtMs: number[] = [];
      let nowMs = 0;
      const opensAtMs = where === 'at the gate' ? 7_000 : 0;
      function sleep(ms: number) {
        return new Promise<void>((wake) => sleepers.push({ atMs: nowMs + ms, wake }));
      }
      const left = opensAtMs === 0 ? [failure('rate-limited', 7_000)] : [];
      const { fetcher } = fetcherWith({
        fetchPage: async () => {
          sentAtMs.push(nowMs);
          const next = left.shift();
          if (next) throw next;
          return page;
        },
        now: () => nowMs,
        wait: sleep,
        gate: () => (nowMs < opensAtMs ? sleep(opensAtMs - nowMs) : undefined),
        requestsPerSecond: () => 2,
      });
      const asked = Array.from({ length: 6 }, () => ask(fetcher));
      for (let turns = 0; turns < 30; turns++) {
        await new Promise(setImmediate);
        sleepers.sort((a, b) => a.atMs - b.atMs);
        const next = sleepers.shift();
        nowMs = Math.max(nowMs, next?.atMs ?? 0);
        next?.wake();
      }
      await Promise.all(asked);
      for (const atMs of sentAtMs) {
        expect(sentAtMs.filter((other) => other >= atMs && other < atMs + 1000).length).toBeLessThanOrEqual(2);
      }
      expect(sentAtMs.filter((atMs) => atMs < 7_000).length).toBeLessThanOrEqual(2);
    },
  );

  it('waits at the gate, and goes on when it opens', async () => {
    let open = () => {};
    let gate: Promise<void> | undefined = new Promise((resolve) => {
      open = resolve;
    });
    const { fetcher } = fetcherWith({ fetchPage: async () => page, gate: () => gate });
    const asked = ask(fetcher);
    await new Promise(setImmediate);
    expect(fetcher.requests).toBe(0);
    gate = undefined;
    open();
    await expect(asked).resolves.toEqual(page);
  });

  it('is not sent when all was given up by the one before', async () => {
    const stop = new AbortController();
    let sent = 0;
    const { fetcher } = fetcherWith({
      fetchPage: async () => {
        sent += 1;
        stop.abort(new Error('enough'));
        return page;
      },
    });
    const asked = Array.from({ length: 6 }, () => expect(ask(fetcher, stop.signal)).rejects.toThrow('enough'));
    await Promise.all(asked);
    expect([sent, fetcher.requests]).toEqual([1, 1]);
  });

  it('leaves no timer behind when it throws at once', async () => {
    vi.useFakeTimers();
    try {
      const { fetcher } = fetcherWith({
        fetchPage: () => {
          throw failure('refused');
        },
      });
      await expect(ask(fetcher)).rejects.toMatchObject({ kind: 'refused' });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([['at the gate'], ['under way'], ['between two attempts']])(
    'stops %s with the reason of the signal',
    async (where) => {
      const stop = new AbortController();
      const never = new Promise<never>(() => {});
      const { fetcher } = fetcherWith({
        gate: () => (where === 'at the gate' ? never : undefined),
        fetchPage: ({ signal: given }) =>
          where === 'under way'
            ? new Promise((_, reject) => given.addEventListener('abort', () => reject(new Error('cut'))))
            : Promise.reject(failure('server')),
        ...(where === 'between two attempts' ? { wait: undefined } : {}),
      });
      const asked = ask(fetcher, stop.signal);
      await new Promise(setImmediate);
      const reason = new Error('enough');
      stop.abort(reason);
      await expect(asked).rejects.toBe(reason);
    },
  );
});

describe('the pace of requests', () => {
  it('is never more than the limit in any one second, and no slower than it has to be', () => {
    const pauses = fc.array(fc.nat(300), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), pauses, (perSecond, pausesMs) => {
        const pace = new RequestPace();
        let nowMs = 5_000;
        const sentAtMs: number[] = [];
        for (const pauseMs of pausesMs) {
          nowMs += pauseMs;
          const waitMs = pace.reserve(perSecond, nowMs);
          const atMs = nowMs + waitMs;
          expect(sentAtMs.filter((sent) => sent > atMs - 1000).length).toBeLessThan(perSecond);
          if (waitMs > 0)
            expect(sentAtMs.filter((sent) => sent > atMs - 1001).length).toBeGreaterThanOrEqual(perSecond);
          sentAtMs.push(atMs);
        }
      }),
    );
  });

  it('does not wait for a clock that was set back to be as late again', () => {
    const pace = new RequestPace();
    const hourMs = 3_600_000;
    expect([pace.reserve(2, hourMs), pace.reserve(2, hourMs), pace.reserve(2, hourMs)]).toEqual([0, 0, 1000]);
    expect([pace.reserve(2, 0), pace.reserve(2, 1000), pace.reserve(2, 2000)]).toEqual([1000, 1000, 0]);
  });

  it.each([[undefined], [0], [Number.NaN]])('does not matter with a limit of %j', (perSecond) => {
    const pace = new RequestPace();
    expect(Array.from({ length: 5000 }, () => pace.reserve(perSecond, 7))).toEqual(new Array(5000).fill(0));
  });
});
