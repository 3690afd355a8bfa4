import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { View } from '../../address/view-params.ts';
import { whenIdle } from '../../browser/when-idle.ts';
import { sourceKey } from '../../collection/fetch/list-source.ts';
import type { PageAnswer, PageQuestion } from '../../collection/worker/answer-page.ts';
import { readerLocales } from '../../ui/format/number-format.ts';
import type { ShownPage } from './list-state.ts';
import type { ListCollection } from './use-collection.ts';

const minuteMs = 60_000;

/** What is asked of the collection, and its answer. */
interface AskedPage {
  readonly view: View;
  /** `undefined` while no row is there. */
  readonly answer: PageAnswer | undefined;
}

/** A page of an answer. The rows of one version of a collection never change. */
export function askedPage(collection: ListCollection, view: View, userId: string | undefined) {
  const { source, state, ask } = collection;
  const { sort, desc, q, offset, limit } = view;
  return queryOptions({
    queryKey: [
      'collection',
      sourceKey(source),
      state.version,
      state.refreshes,
      { sort, desc, q, offset, limit, userId },
    ],
    queryFn: async (): Promise<AskedPage> => ({
      view,
      answer: await ask('page', pageQuestion(view, userId)),
    }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: minuteMs,
    retry: false,
  });
}

/** What a view asks the collection for. */
export function pageQuestion({ sort, desc, q, offset, limit }: View, userId: string | undefined): PageQuestion {
  return { sort, desc, q, offset, limit, userId, locales: readerLocales() };
}

/** The rows that the collection answers with; `undefined` while there are none, or nothing is asked. */
export interface AskedRows {
  readonly shown: ShownPage | undefined;
  /** Rows of the list that were asked for them, and all that it has. */
  readonly covered: number;
  readonly total: number;
}

const noRows: AskedRows = { shown: undefined, covered: 0, total: 0 };

/** The page of a view that the collection answers, as far as it is there. */
export function useAskedPage(
  collection: ListCollection,
  options: { readonly view: View; readonly isAsked: boolean; readonly userId: string | undefined },
): AskedRows {
  const { view, isAsked, userId } = options;
  const { state } = collection;
  const client = useQueryClient();
  const asked = askedPage(collection, view, userId);
  const enabled = isAsked && state.phase !== 'none';
  // Before the page is drawn with what is asked, and not after it: meanwhile the answer is worked out.
  if (enabled && client.getQueryState(asked.queryKey) === undefined) void client.prefetchQuery(asked);
  const { data } = useQuery({ ...asked, enabled, placeholderData: keepPreviousData });
  usePrefetchedAnswer(collection, {
    view,
    isAsked: isAsked && data !== undefined,
    userId,
    matching: data?.answer?.matching ?? 0,
  });
  const { asOfMs = 0 } = state;
  return useMemo(() => {
    if (!isAsked || data?.answer === undefined) return noRows;
    const { covered, total } = data.answer;
    return { shown: shownPageOf(data.view, data.answer, { view, asOfMs }), covered, total };
  }, [isAsked, data, view, asOfMs]);
}

/** The next page is asked for ahead, so that it is there in the frame after the click. */
function usePrefetchedAnswer(
  collection: ListCollection,
  options: {
    readonly view: View;
    readonly isAsked: boolean;
    readonly userId: string | undefined;
    readonly matching: number;
  },
): void {
  const { view, isAsked, userId, matching } = options;
  const client = useQueryClient();
  const nextOffset = view.offset + view.limit;
  useEffect(() => {
    if (!isAsked || nextOffset >= matching) return;
    // The rows that are there come first.
    return whenIdle(() => void client.prefetchQuery(askedPage(collection, { ...view, offset: nextOffset }, userId)));
  }, [client, collection, view, isAsked, userId, matching, nextOffset]);
}

function shownPageOf(
  answered: View,
  answer: PageAnswer,
  now: { readonly view: View; readonly asOfMs: number },
): ShownPage {
  const { rows, matching } = answer;
  const { offset, limit, desc } = answered;
  return {
    view: answered,
    page: { total: matching, offset, limit, desc, count: rows.length, items: [...rows] },
    updatedAtMs: now.asOfMs,
    source: isSameQuestion(answered, now.view) ? 'view' : 'before',
  };
}

function isSameQuestion(one: View, other: View): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
