import { describe, expect, it } from 'vitest';
import { type FailureKind, RequestFailure } from '../../api/request-failure.ts';
import { failureDetails, failureWords } from './failure-words.ts';

function failure(kind: FailureKind, status: number): RequestFailure {
  return new RequestFailure({ kind, status, type: 'some-type', message: 'What the server said' });
}

describe('a failure in words', () => {
  it('has a title of its own for each kind', () => {
    const kinds: FailureKind[] = [
      'unreachable',
      'malformed',
      'unauthorized',
      'forbidden',
      'rate-limited',
      'upstream',
      'server',
      'refused',
    ];
    const titles = kinds.map((kind) => failureWords(failure(kind, 500), true).title);
    expect(new Set(titles).size).toBe(kinds.length);
  });

  it('tells a device without a network from a server that does not answer', () => {
    expect(failureWords(failure('unreachable', 0), false).title).toBe('You are offline');
    expect(failureWords(failure('unreachable', 0), true).title).not.toBe('You are offline');
    expect(failureWords(failure('server', 500), false).title).not.toBe('You are offline');
  });

  it.each([
    [500, 'GET /v2/datasets: 500\nsome-type: What the server said'],
    [0, 'GET /v2/datasets: no answer\nsome-type: What the server said'],
  ])('keeps what the server said (status %d)', (status, details) => {
    expect(failureDetails(failure('server', status), '/v2/datasets')).toBe(details);
  });
});
