import type { UseQueryResult } from '@tanstack/react-query';
import type { DatasetPage } from '../../../contract/dataset-page.ts';
import type { ListView } from '../../../contract/list-params.ts';
import type { View } from '../../address/view-params.ts';
import type { RequestFailure } from '../../api/request-failure.ts';
import { retryWaitMs } from '../../api/retry.ts';
import type { Problem } from '../../collection/fetch/problem.ts';
import type { KeptPage } from '../pages/kept-pages.ts';
import type { ListedPage } from '../pages/page-queries.ts';

/** What is known of a page of the list. */
export interface ListState {
  /** The answer to show, if there is one. */
  readonly shown: ShownPage | undefined;
  /** How the request for the page on its way, or the last one, stands. */
  readonly request: RequestState;
}

/** An answer on screen, what it answers, and why it is there. */
export interface ShownPage {
  readonly view: View;
  readonly page: DatasetPage;
  /** The rules of the API that the server broke with this page, if any. */
  readonly problems?: readonly Problem[] | undefined;
  /** When the server gave it, in ms since 1970. */
  readonly updatedAtMs: number;
  /**
   * `view`: it is what the address says · `before`: the rows of the page before, until those of this one are there · `last-time`:
   * the server cannot be reached, and these are the rows of the last visit.
   */
  readonly source: 'view' | 'before' | 'last-time';
  /** Of a page that was turned to: how many datasets the list had when the reader began with it. */
  readonly begunTotal?: number | undefined;
}

/** How a request stands: `waiting` when the server asked for a pause, `stopped` when the reader gave it up. */
type RequestState =
  | { readonly name: 'done' | 'loading' | 'stopped' }
  | { readonly name: 'waiting'; readonly failure: RequestFailure; readonly untilMs: number }
  | { readonly name: 'failed'; readonly failure: RequestFailure };

/** The part of a query's result that the state is made of. */
export type PageQuery = Pick<
  UseQueryResult<ListedPage>,
  'data' | 'dataUpdatedAt' | 'error' | 'failureCount' | 'failureReason' | 'fetchStatus' | 'isPlaceholderData' | 'status'
>;

/** Reads the result of a view's query. `lastTime` is asked for the rows of the last visit when there is nothing better. */
export function listStateOf(
  view: ListView,
  options: { readonly query: PageQuery; readonly lastTime: () => KeptPage | undefined },
): ListState {
  const { query, lastTime } = options;
  const request = requestOf(query);
  if (query.data !== undefined) {
    const source = query.isPlaceholderData ? 'before' : 'view';
    const { view: answered, page, problems, begunTotal } = query.data;
    const updatedAtMs = query.dataUpdatedAt;
    return { shown: { view: unasked(answered), page, problems, updatedAtMs, source, begunTotal }, request };
  }
  const kept = request.name === 'failed' && isOutOfReach(request.failure) ? lastTime() : undefined;
  return { shown: kept && { ...kept, view: unasked(view), source: 'last-time' }, request };
}

/** The view that a page of the API's list shows. */
function unasked(view: ListView): View {
  return { ...view, sort: [], q: '' };
}

function requestOf(query: PageQuery): RequestState {
  if (query.fetchStatus !== 'idle') {
    const { failureReason: failure, failureCount } = query;
    if (failure === null) return { name: 'loading' };
    return { name: 'waiting', failure, untilMs: failure.failedAtMs + retryWaitMs(failureCount - 1, failure) };
  }
  if (query.error !== null) return { name: 'failed', failure: query.error };
  return { name: query.status === 'pending' || query.isPlaceholderData ? 'stopped' : 'done' };
}

function isOutOfReach({ kind }: RequestFailure): boolean {
  return kind === 'unreachable' || kind === 'upstream';
}

/** Where it is noted how the reader has turned to a page. */
export const turnKey = (to: ListView) => ['datasets', 'turn', to] as const;

/** So many pages are loaded without being asked for. */
export const freePages = 20;

/** CONTRACT: the most rows that a page has. */
const maxPageRows = 1000;

/** Requests that it takes to load the collection that a page is of, by what the server grants where a load has shown that. */
export function pagesOf({ page, view }: Pick<ShownPage, 'page' | 'view'>, pageRows = maxPageRows): number {
  const granted = page.limit < view.limit ? page.limit : pageRows;
  return Math.max(1, Math.ceil(page.total / Math.max(1, granted)));
}
