import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FailureKind, RequestFailure } from './request-failure.ts';
import { probeWaitMs, readRetryAfterMs, retriesByItself, retryWaitMs } from './retry.ts';

function failure(kind: FailureKind, retryAfterMs?: number): RequestFailure {
  return new RequestFailure({ kind, status: 429, type: 'rate-limit-exceeded', message: 'Slow down', retryAfterMs });
}

describe('the wait before the next attempt', () => {
  it('doubles from 500 ms to 30 s, stretched by at most a half', () => {
    fc.assert(
      fc.property(fc.nat(200), (attempt) => {
        const floorMs = Math.min(500 * 2 ** attempt, 30_000);
        const waitMs = retryWaitMs(attempt, failure('rate-limited'));
        expect(waitMs).toBeGreaterThanOrEqual(floorMs);
        expect(waitMs).toBeLessThanOrEqual(floorMs * 1.5);
      }),
    );
  });

  it('is the same each time it is asked for', () => {
    const one = failure('rate-limited');
    expect(retryWaitMs(3, one)).toBe(retryWaitMs(3, one));
  });

  it('differs between failures', () => {
    const waits = new Set(Array.from({ length: 20 }, () => retryWaitMs(6, failure('rate-limited'))));
    expect(waits.size).toBeGreaterThan(1);
  });

  it('is what the server asked for', () => {
    expect(retryWaitMs(0, failure('rate-limited', 7000))).toBe(7000);
  });
});

describe('the wait that the server asked for', () => {
  // `setTimeout` holds 2^31 - 1 ms, and fires at once with more.
  it.each([
    ['a month', '2592000'],
    ['no number at all', '9'.repeat(400)],
    ['a date far away', 'Fri, 01 Jan 2100 00:00:00 GMT'],
  ])('is an hour at most, which a timer holds, when it is %s', (_, header) => {
    const asked = failure('rate-limited', readRetryAfterMs(header, 0));
    expect(retryWaitMs(0, asked)).toBe(3_600_000);
    expect(probeWaitMs(0, asked)).toBe(3_600_000);
  });
});

describe('trying again without being asked', () => {
  it('is for a server that asked for patience', () => {
    expect(retriesByItself(50, failure('rate-limited'))).toBe(true);
  });

  it.each<FailureKind>(['unreachable', 'malformed', 'unauthorized', 'forbidden', 'upstream', 'server', 'refused'])(
    'is not for what is %s',
    (kind) => {
      expect(retriesByItself(0, failure(kind))).toBe(false);
    },
  );
});

describe('the wait before the next probe', () => {
  it.each([
    [0, undefined, 15_000],
    [1, undefined, 30_000],
    [4, undefined, 240_000],
    [5, undefined, 300_000],
    [1000, undefined, 300_000],
    [0, 2000, 15_000],
    [0, 90_000, 90_000],
  ])('after %d failures before, asked for %j ms, is %d ms', (attempt, retryAfterMs, waitMs) => {
    expect(probeWaitMs(attempt, failure('unreachable', retryAfterMs))).toBe(waitMs);
  });
});

describe('Retry-After', () => {
  const nowMs = Date.parse('2026-11-23T10:00:00Z');

  it.each([
    [null, undefined],
    ['0', 0],
    ['120', 120_000],
    ['Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('%j means %j ms', (header, waitMs) => {
    expect(readRetryAfterMs(header, nowMs)).toBe(waitMs);
  });
});
