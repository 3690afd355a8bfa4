import { queryOptions } from '@tanstack/react-query';
import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { datasetsPath } from '../../../contract/datasets-path.ts';
import { isRecord } from '../../../contract/is-record.ts';
import { filterOf, type ListView } from '../../../contract/list-params.ts';
import { isPlainPage } from '../../../contract/plain-page.ts';
import type { AnswerShape } from '../../api/answer-shape.ts';
import { ask } from '../../api/queries.ts';
import { probeIntervalMs, probeWaitMs, retriesByItself, retryWaitMs } from '../../api/retry.ts';
import { pageSession } from '../../api/session.ts';
import type { Problem } from '../../collection/fetch/problem.ts';

const minuteMs = 60_000;

/** An answer to `GET /v2/datasets`, and which rules of the API it broke, if any. */
interface PageAnswer {
  readonly data: DatasetPage;
  readonly problems?: readonly Problem[];
}

/** `GET /v2/datasets` */
const pageAnswer: AnswerShape<PageAnswer> = {
  isPlain: (value): value is PageAnswer => isRecord(value) && isPlainPage(value.data),
  schema: async () => (await import('../../collection/read/mended-page.ts')).mendedPageSchema,
};

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
