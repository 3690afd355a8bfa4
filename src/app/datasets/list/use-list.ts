import { useMemo } from 'react';
import { isAsked, type View } from '../../address/view-params.ts';
import { RequestFailure } from '../../api/request-failure.ts';
import { type CollectionState, coversList } from '../../collection/read/collection-state.ts';
import { formatSince } from '../../ui/format/absolute-time.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import type { ListState, ShownPage } from './list-state.ts';
import { freePages, pagesOf } from './list-state.ts';
import { isSameList } from './paging.ts';
import { type ScopeText, scopeTextOf } from './scope-text.ts';
import { type AskedRows, useAskedPage } from './use-asked-page.ts';
import { type ListCollection, useCollection, useLoading } from './use-collection.ts';
import type { Datasets } from './use-datasets.ts';

/** What is on screen, wherever it is from: a page of the API, or the answer of the whole collection. */
export interface List extends Datasets {
  readonly collection: ListCollection;
  readonly scope: ScopeText;
  /** Whether the rows are those of a part of the list, and may change as it is loaded. */
  readonly isPartial: boolean;
  /** How many datasets the list had when the rows were read. */
  readonly listTotal: number | undefined;
  /** Requests that it takes to load the collection; `undefined` while nothing is known of the list. */
  readonly pages: number | undefined;
  /** Whether the collection loads without being asked for. */
  readonly isSmall: boolean;
}

/** Puts the two sources of rows together. `datasets` is the API's page for the view. */
export function useList(
  view: View,
  options: { readonly datasets: Datasets; readonly userId: string | undefined },
): List {
  const { datasets, userId } = options;
  const collection = useCollection(view);
  const { state, load } = collection;
  const asked = isAsked(view);
  // What the load has met is surer than what one page tells.
  const pages = state.progress?.expectedRequests ?? pagesOfList(view, datasets.shown, state.pageRows);
  const apiTotal = datasets.shown?.source === 'view' ? datasets.shown.page.total : undefined;
  // Rows that are no page of the API may still make a collection, which says what is wrong with them.
  const mayLoad = asked && isOfAnotherShape(datasets.request);
  useLoading(collection, { pages: pages ?? (mayLoad ? 1 : undefined), isWanted: asked, list: datasets.shown });
  // There is one list: what the API has not answered yet, or cannot, is there where all of it is loaded.
  const isMissing = datasets.shown?.source !== 'view';
  const isAnswered = asked || (isMissing && coversList(state));
  const answered = useAskedPage(collection, { view, isAsked: isAnswered, userId });
  const scope = useMemo(
    () =>
      scopeTextOf(asked ? stateBehind(state, answered) : state, {
        listTotal: apiTotal ?? state.total,
        formatCount,
        formatSince,
      }),
    [asked, state, answered, apiTotal],
  );
  const common = { collection, scope, pages, isSmall: pages !== undefined && pages <= freePages };
  if (!asked) {
    const isThere = isMissing && answered.shown?.source === 'view' && answered.shown.page.count > 0;
    const onPage = isThere ? answered.shown : datasets.shown;
    return { ...datasets, ...common, shown: onPage, isPartial: false, listTotal: onPage?.page.total };
  }
  // What was all of a list is a part of it once that has grown; what is left of another list is as it was.
  const isPartial = isOfList(view, answered.shown) ? !scope.isAll : answered.covered !== answered.total;
  // Of a list that was empty, and is not any more, no row was asked.
  const shown = isPartial && answered.covered === 0 ? undefined : answered.shown;
  return {
    ...datasets,
    ...common,
    shown,
    request: requestOf(state, { ...datasets, shown }),
    isPartial,
    // How many there are of what is asked for is not known before it is answered.
    knownTotal: undefined,
    listTotal: state.total,
    refresh() {
      datasets.refresh();
      load();
    },
    tryAgain: load,
    stop: collection.stop,
  };
}

/** Whether the collection has every dataset that the list has by now: then it may answer what else pages of the API would. */
export function isWholeNow({ collection, listTotal }: Pick<List, 'collection' | 'listTotal'>): boolean {
  return collection.state.phase === 'complete' && collection.state.total === listTotal;
}

/** What the page before tells of another list is nothing. */
function pagesOfList(view: View, shown: ShownPage | undefined, pageRows: number | undefined): number | undefined {
  return shown && isOfList(view, shown) ? pagesOf(shown, pageRows) : undefined;
}

function isOfList(view: View, shown: ShownPage | undefined): boolean {
  return shown === undefined || isSameList(view, shown.view);
}

function isOfAnotherShape(request: ListState['request']): boolean {
  return request.name === 'failed' && request.failure.type === 'answer-of-another-shape';
}

/** What stands behind rows that were asked of fewer than there are by now: no whole list, until they are asked again. */
function stateBehind(state: CollectionState, { shown, covered, total }: AskedRows): CollectionState {
  if (shown === undefined || covered === state.covered) return state;
  return { ...state, phase: 'loading', covered, total, progress: undefined };
}

/** How the rows that are asked of the collection stand: the list itself must be there first. */
function requestOf({ phase, failure }: CollectionState, { request, shown }: Datasets): ListState['request'] {
  if (phase === 'none') return request.name === 'done' ? { name: 'loading' } : request;
  if (phase === 'failed' && failure !== undefined) return { name: 'failed', failure: new RequestFailure(failure) };
  if (phase === 'stopped') return { name: 'stopped' };
  if (shown !== undefined) return { name: 'done' };
  return isOfAnotherShape(request) ? request : { name: 'loading' };
}
