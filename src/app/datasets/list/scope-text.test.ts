import { describe, expect, it } from 'vitest';
import { type CollectionState, nothingLoaded } from '../../collection/read/collection-state.ts';
import { scopeTextOf } from './scope-text.ts';

const progress = { isChecking: false, requests: 3, expectedRequests: 50, remainingMs: 8000, retryAtMs: undefined };

function scope(state: Partial<CollectionState>, listTotal?: number) {
  return scopeTextOf(
    { ...nothingLoaded, ...state },
    { listTotal, formatCount: (count) => count.toLocaleString('en-US'), formatSince: () => '14:03' },
  );
}

describe('the scope', () => {
  it.each<[string, Partial<CollectionState>, number | undefined]>([
    ['this page', { phase: 'none' }, 48_213],
    ['this page', { phase: 'loading' }, 48_213],
    ['this page', { phase: 'loading', progress: { ...progress, rows: 0 } }, undefined],
    ['12,000 of 48,213 loaded', { phase: 'loading', total: 48_213, progress: { ...progress, rows: 12_000 } }, 48_213],
    ['12,000 of 48,213 loaded', { phase: 'stopped', total: 48_213, covered: 12_000 }, 48_213],
    ['12,000 of 48,213 loaded', { phase: 'failed', total: 48_213, covered: 12_000 }, undefined],
    [
      '50 of 48,213 loaded',
      { phase: 'loading', isWaiting: true, total: 48_213, covered: 50, progress: { ...progress, rows: 12_000 } },
      48_213,
    ],
    ['1,202 of 1,203 loaded', { phase: 'partial', total: 1203, covered: 1202 }, 1203],
  ])('of a part is %s', (text, state, listTotal) => {
    expect(scope(state, listTotal)).toEqual({ text, isAll: false });
  });

  it('of a whole collection is all of it', () => {
    const whole = { phase: 'complete', wasWhole: true, total: 1203, covered: 1203, asOfMs: 1 } as const;
    expect(scope(whole, 1203)).toEqual({ text: 'all 1,203', isAll: true });
  });

  it('says when that was, once the list has another length or is read again', () => {
    const whole = { wasWhole: true, total: 1203, covered: 1203, asOfMs: 1 };
    expect(scope({ ...whole, phase: 'complete' }, 1204).text).toBe('all 1,203, as of 14:03');
    for (const phase of ['kept', 'loading', 'stopped', 'failed'] as const) {
      expect(scope({ ...whole, phase }, 1203)).toEqual({ text: 'all 1,203, as of 14:03', isAll: true });
    }
  });

  it('says when that was, as long as rows of an earlier visit were not read again', () => {
    const whole = { wasWhole: true, phase: 'complete', total: 1203, covered: 1203, asOfMs: 1 } as const;
    expect(scope({ ...whole, oldRows: 1 }, 1203).text).toBe('all 1,203, as of 14:03');
    expect(scope({ ...whole, oldRows: 0 }, 1203).text).toBe('all 1,203');
  });

  it('knows of more than it has, as soon as the server has said so', () => {
    const kept = { wasWhole: true, phase: 'loading', total: 1204, covered: 1203, asOfMs: 1 } as const;
    expect(scope(kept, 1204)).toEqual({ text: '1,203 of 1,204 loaded', isAll: false });
  });

  it('never calls a part the whole', () => {
    for (const phase of ['partial', 'loading', 'stopped'] as const) {
      expect(scope({ phase, total: 1203, covered: 1203, asOfMs: 1 }, 1203).isAll).toBe(false);
    }
  });
});
