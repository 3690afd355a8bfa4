import { queryOptions } from '@tanstack/react-query';
import type { DatasetPage } from '../../contract/dataset-page.ts';
import { datasetsPath } from '../../contract/datasets-path.ts';
import { filterOf, type ListView } from '../../contract/list-params.ts';
import type { User } from '../../contract/user.ts';
import type { Problem } from '../../engine/columns/problem.ts';
import { type AnswerShape, pageAnswer, userAnswer } from './answer-shapes.ts';
import { apiBaseUrl } from './api-base-url.ts';
import { request } from './client.ts';
import type { RequestFailure } from './request-failure.ts';
import { probeIntervalMs, probeWaitMs, retriesByItself, retryWaitMs } from './retry.ts';
import { servedBy } from './served-by.ts';
import { pageSession } from './session.ts';

declare module '@tanstack/react-query' {
  interface Register {
    /** All that a query function here throws. */
    defaultError: RequestFailure;
  }
}

const minuteMs = 60_000;

/** Asks the API, as the user of `token` or as whoever needs none. */
function ask<Answer>(
  path: string,
  options: {
    readonly shape: AnswerShape<Answer>;
    readonly token: string | undefined;
    readonly signal: AbortSignal;
  },
): Promise<Answer> {
  return request({ ...options, url: apiBaseUrl() + path, credentials: credentialsFor(options.token) });
}

/** A server with a local user preloads that user's rows; whoever has a token asks for other ones. */
export function credentialsFor(token: string | undefined): 'omit' | 'same-origin' {
  return token !== undefined && servedBy()?.user ? 'omit' : 'same-origin';
}

/** A page of the list and what was asked for: the server may grant less. */
export interface ListedPage {
  readonly view: ListView;
  readonly page: DatasetPage;
  /** The rules of the API that the server broke with it, if any. */
  readonly problems?: readonly Problem[] | undefined;
  /** Of a page that was turned to: how many datasets the list had when the reader began with it. */
  readonly begunTotal?: number | undefined;
}

/** Asks for one page of the list. Throws a `RequestFailure`. */
export async function fetchPage(view: ListView, signal: AbortSignal): Promise<ListedPage> {
  const { token } = pageSession().current();
  const { data: page, problems } = await ask(datasetsPath(view), { shape: pageAnswer, token, signal });
  return { view, page, problems };
}

/** A page stays for five minutes after it was last on screen, and as it was answered. */
export const pageStays = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 5 * minuteMs,
  retry: retriesByItself,
  retryDelay: retryWaitMs,
} as const;

/**
 * One page of the list. It stays as it was answered until the reader asks for it anew, so that nothing moves by itself and Back
 * shows the same rows at once; five minutes after it was last on screen it is forgotten.
 */
export function datasetsPage(view: ListView) {
  return queryOptions({
    queryKey: ['datasets', 'page', view],
    queryFn: ({ signal }) => fetchPage(view, signal),
    ...pageStays,
  });
}

/** All pages of all views: to forget them together. */
export const everyDatasetsPage = ['datasets', 'page'] as const;

/**
 * How many datasets match the view now: one cheap request every 15 s while the page is visible, none once the token is no longer
 * accepted, and ever fewer while they fail.
 */
export function datasetsTotal(view: ListView) {
  const filter = filterOf(view);
  const probe: ListView = { ...filter, desc: false, limit: 1, offset: 0 };
  return queryOptions({
    queryKey: ['datasets', 'total', filter],
    queryFn: async ({ signal }) => {
      const { token } = pageSession().current();
      return (await ask(datasetsPath(probe), { shape: pageAnswer, token, signal })).data.total;
    },
    staleTime: probeIntervalMs,
    refetchInterval: ({ state }) => (state.error?.kind === 'unauthorized' ? false : probeIntervalMs),
    retry: (_attempt, failure) => failure.kind !== 'unauthorized',
    retryDelay: probeWaitMs,
  });
}

/** The user that a token belongs to. Throws a `RequestFailure`. */
export async function fetchUser(token: string | undefined, signal: AbortSignal): Promise<User> {
  return (await ask('/v2/users/me', { shape: userAnswer, token, signal })).data;
}

/** Who the requests of this session are made for. */
export function me(token: string | undefined) {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => fetchUser(token, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: retriesByItself,
    retryDelay: retryWaitMs,
  });
}
