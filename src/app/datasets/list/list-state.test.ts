import { describe, expect, it } from 'vitest';
import type { DatasetPage } from '../../../contract/dataset-page.ts';
import type { ListView } from '../../../contract/list-params.ts';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import { homeView } from '../../address/paths.ts';
import { type FailureKind, RequestFailure } from '../../api/request-failure.ts';
import { retryWaitMs } from '../../api/retry.ts';
import { listStateOf, type PageQuery, pagesOf } from './list-state.ts';

const page: DatasetPage = { total: 0, offset: 0, limit: 50, desc: true, count: 0, items: [] };
const view: ListView = { offset: 0, limit: 50, desc: true, ...defaultFilter };
const none = () => undefined;
const lastTime = () => ({ page, updatedAtMs: 1 });

function failure(kind: FailureKind): RequestFailure {
  return new RequestFailure({ kind, status: 0, type: kind, message: '' });
}

function query(change: Partial<PageQuery>): PageQuery {
  return {
    data: undefined,
    dataUpdatedAt: 0,
    error: null,
    failureCount: 0,
    failureReason: null,
    fetchStatus: 'idle',
    isPlaceholderData: false,
    status: 'pending',
    ...change,
  };
}

const arrived: Partial<PageQuery> = { data: { view, page }, dataUpdatedAt: 7, status: 'success' };

describe('what is known of a page', () => {
  it.each([
    ['the first load', query({ fetchStatus: 'fetching' }), undefined, 'loading'],
    ['a first load given up', query({}), undefined, 'stopped'],
    ['an answer', query(arrived), 'view', 'done'],
    ['a refresh', query({ ...arrived, fetchStatus: 'fetching' }), 'view', 'loading'],
    [
      'the next page on its way',
      query({ ...arrived, isPlaceholderData: true, fetchStatus: 'fetching' }),
      'before',
      'loading',
    ],
    ['the next page given up', query({ ...arrived, isPlaceholderData: true }), 'before', 'stopped'],
    ['a refresh that failed', query({ ...arrived, status: 'error', error: failure('server') }), 'view', 'failed'],
    ['a first load that failed', query({ status: 'error', error: failure('server') }), undefined, 'failed'],
  ] as const)('%s', (_name, given, source, request) => {
    const state = listStateOf(view, { query: given, lastTime: none });
    expect(state.shown?.source).toBe(source);
    expect(state.request.name).toBe(request);
  });

  it('knows until when it waits', () => {
    const slowDown = failure('rate-limited');
    const given = query({ fetchStatus: 'fetching', failureCount: 3, failureReason: slowDown });
    expect(listStateOf(view, { query: given, lastTime: none }).request).toEqual({
      name: 'waiting',
      failure: slowDown,
      untilMs: slowDown.failedAtMs + retryWaitMs(2, slowDown),
    });
  });

  it.each<[FailureKind, string | undefined]>([
    ['unreachable', 'last-time'],
    ['upstream', 'last-time'],
    ['server', undefined],
    ['malformed', undefined],
    ['forbidden', undefined],
    ['unauthorized', undefined],
  ])('brings back the rows of last time when the failure is %s: %j', (kind, source) => {
    expect(listStateOf(view, { query: query({ status: 'error', error: failure(kind) }), lastTime }).shown?.source).toBe(
      source,
    );
  });

  it('does not show the rows of last time while it may still get new ones', () => {
    expect(listStateOf(view, { query: query({ fetchStatus: 'fetching' }), lastTime }).shown).toBeUndefined();
  });
});

const granted = { total: 2500, count: 50, offset: 0, limit: 50, desc: true, items: [] };

it.each([
  ['the most that the API grants', granted, undefined, 3],
  ['what a load has shown', granted, 100, 25],
  ['less than was asked for, as the page itself shows', { ...granted, limit: 20 }, undefined, 125],
  ['a list without rows takes one', { ...granted, total: 0 }, undefined, 1],
])('counts requests by %s', (_, shown, pageRows, pages) => {
  expect(pagesOf({ view: homeView, page: shown }, pageRows)).toBe(pages);
});
