import { describe, expect, it } from 'vitest';
import { loadTimeText } from './load-time-text.ts';

const progress = {
  rows: 100,
  isChecking: false,
  requests: 3,
  expectedRequests: 50,
  remainingMs: 8_400,
  retryAtMs: undefined,
};
const loading = { phase: 'loading', isHeld: false } as const;

describe('the time of a load', () => {
  it('is rounded to seconds, one at least', () => {
    expect(loadTimeText(progress, loading)).toBe('about 8 s');
    expect(loadTimeText({ ...progress, remainingMs: 20 }, loading)).toBe('about 1 s');
  });

  it('is not told where something else is waited for', () => {
    expect(loadTimeText({ ...progress, isChecking: true }, loading)).toBe('checking');
    expect(loadTimeText(progress, { phase: 'paused', isHeld: true })).toBe('paused');
    expect(loadTimeText(progress, { phase: 'paused', isHeld: false })).toBe('paused: no network');
  });

  it('is not known before anything has come, but what is waited for is', () => {
    expect(loadTimeText(undefined, loading)).toBe('loading…');
    expect(loadTimeText(undefined, { phase: 'paused', isHeld: false })).toBe('paused: no network');
  });

  it('blames no server for a pause that it did not ask for: any failure may be waited out', () => {
    expect(loadTimeText({ ...progress, retryAtMs: 1 }, loading)).toBe('a request failed, trying again');
  });
});
