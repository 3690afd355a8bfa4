import { type ReactElement, Suspense, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { beforeLeaving, currentFragment, type Entry, navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import { fragmentOf, topRowOf } from '../../address/scroll-fragment.ts';
import { isAsked, type View } from '../../address/view-params.ts';
import { later } from '../../browser/later.ts';
import type { CollectionState } from '../../collection/read/collection-state.ts';
import { useDocumentTitle } from '../../shell/document-title.ts';
import type { DataTableHandle } from '../../table/data-table.tsx';
import { formatCount } from '../../ui/format/number-format.ts';
import { ListBody } from '../filters/list-body.tsx';
import type { ShownPage } from '../list/list-state.ts';
import type { ScrolledPaging } from '../list/paging.ts';
import { isPastEnd, type Paging, pagingByTotal, pagingOf, pagingOfView } from '../list/paging.ts';
import { useAskAhead } from '../list/use-ask-ahead.ts';
import type { Datasets } from '../list/use-datasets.ts';
import { type List, useList } from '../list/use-list.ts';
import { useTurns } from '../list/use-turns.ts';
import { withLimit, withOffset } from '../list/view-changes.ts';
import { LoadControls } from '../notes/load-controls.tsx';
import { Notices } from '../notes/notices.tsx';
import { statusTextOf } from '../notes/status-text.ts';
import { ListRows } from '../reading/list-rows.tsx';
import { useReading } from '../reading/use-reading.ts';
import { useSearchReading } from '../search/use-search-reading.ts';
import { GoToDate } from '../timeline/go-to-date.tsx';
import { TimelinePlace } from '../timeline/timeline-place.tsx';
import { ListHead } from './list-head.tsx';
import { ListTools } from './list-tools.tsx';
import { Pager } from './pager.tsx';
import { Toolbar } from './toolbar.tsx';
import { useListKeys } from './use-list-keys.ts';

// Nothing of it is needed before something is asked of the whole collection.
const AnsweredHead = later(async () => (await import('./answered-head.tsx')).AnsweredHead);

/** Everything between the top bar and the foot: what is on screen, what can be changed about it, the rows. */
export function DatasetsList(props: {
  view: View;
  entry: Entry;
  datasets: Datasets;
  userId: string | undefined;
}): ReactElement {
  const { view, entry, userId } = props;
  const datasets = useList(view, props);
  const { problem } = useSearchReading(view.q);
  const table = useRef<DataTableHandle<DatasetListItem>>(null);
  const shown = useRedirectFromPastEnd(view, datasets);
  // What the rows on screen were found by: they are drawn anew with the answer, not with the question.
  const { mark } = useSearchReading(shown?.view.q ?? '');
  const { reading, scrolled } = useReading(shown);
  const [inSight, setInSight] = useState<ScrolledPaging>();
  const isScrolled = scrolled !== undefined;
  const place = scrolled && inSight;
  const onScreen = place ?? (shown && pagingOf(shown.page));
  const pages = usePaging(view, { shown, knownTotal: datasets.knownTotal });
  // What is in sight is known once it is there.
  const paging = scrolled ? inSight : pages;
  // None of a part is no number of the whole.
  const isCounted = !datasets.isPartial || onScreen?.total !== 0;
  const status =
    shown && onScreen && isCounted
      ? statusTextOf(onScreen, {
          view: { ...shown.view, desc: shown.page.desc },
          isPartial: datasets.isPartial,
          isScrolled: isScrolled,
          formatCount,
        })
      : undefined;
  useDocumentTitle(status?.title ?? 'Datasets');
  // Back and a reload come to where the rows were, not to where scrolling last came to rest.
  useEffect(() => beforeLeaving(() => table.current?.tellTopRow()), []);

  const { goTo, turn } = useTurns(view, { list: { ...datasets, shown }, paging, isScrolled, userId });
  useListKeys({ paging, turn, refresh: datasets.refresh, currentRow: () => table.current?.currentRow() });

  // What is pressed in a note goes with the note. The focus goes to the table, and not to the top of the page.
  const inNote: List = {
    ...datasets,
    shown,
    refresh: () => leaveNote(datasets.refresh),
    tryAgain: () => leaveNote(datasets.tryAgain),
    stop: () => leaveNote(datasets.stop),
  };
  function leaveNote(act: () => void): void {
    table.current?.focus();
    act();
  }

  function showNew(): void {
    // Newest first, what is new is on the first page.
    if (view.desc) {
      datasets.forgetOthers();
      if (view.offset > 0) goTo(0);
      else navigate(urlOf(view), { replace: true });
    }
    if (!view.desc || view.offset === 0) datasets.refresh();
  }
  return (
    <>
      <ListHead status={status} datasets={{ ...datasets, shown }} onShowNew={() => leaveNote(showNew)}>
        <LoadControls collection={datasets.collection} pages={datasets.pages} isSmall={datasets.isSmall} />
        <Suspense>
          {isAsked(view) || scrolled ? (
            <AnsweredHead view={view} list={inNote} userId={userId} isScrolled={isScrolled} />
          ) : null}
        </Suspense>
      </ListHead>
      <Toolbar
        view={view}
        problem={problem}
        askAhead={useAskAhead(datasets.collection, userId)}
        tools={<ListTools view={view} list={datasets} userId={userId} />}
        isBusy={datasets.request.name === 'loading'}
        onRefresh={datasets.refresh}
      />
      <TimelinePlace view={view} list={datasets} userId={userId} />
      <ListBody view={view} list={datasets} userId={userId} rowOf={(tableRow) => table.current?.rowOf(tableRow)}>
        <ListRows
          ref={table}
          view={view}
          entryKey={entry.key}
          datasets={inNote}
          userId={userId}
          mark={mark}
          onView={(next) => leaveNote(() => navigate(urlOf(next)))}
          scrolled={scrolled}
          onInSight={setInSight}
        />
      </ListBody>
      <Notices
        view={view}
        notes={[entry.note, place?.note, searchNote(problem), ...brokenRules(datasets.collection.state, shown)]}
        datasets={inNote}
        entryKey={entry.key}
      />
      <Pager
        view={view}
        paging={paging}
        granted={shown?.page.limit}
        onOffset={goTo}
        onTurn={turn}
        onLimit={(limit) => navigate(addressWithLimit(view, { limit, shown }))}
        reading={reading}
        isScrolled={isScrolled}
      >
        <GoToDate view={view} list={datasets} userId={userId} pageSize={paging?.pageSize ?? view.limit} />
      </Pager>
    </>
  );
}

/** Where the view stands, as far as is known. */
function usePaging(
  view: View,
  at: {
    readonly shown: ShownPage | undefined;
    readonly knownTotal: number | undefined;
  },
): Paging | undefined {
  const { shown, knownTotal } = at;
  return useMemo(() => {
    if (shown) return pagingOfView(view, shown);
    return knownTotal === undefined ? undefined : pagingByTotal(view, knownTotal);
  }, [view, shown, knownTotal]);
}

/** The rest of the search holds. */
function searchNote(problem: string | undefined): string | undefined {
  return problem && `Not understood in the search, so left out: ${problem}`;
}

/** A server that breaks the API's rules: what that means for the rows, of all that are loaded or else of those on screen. */
function brokenRules({ problems }: CollectionState, shown: ShownPage | undefined): readonly string[] {
  return (problems.length > 0 ? problems : (shown?.problems ?? [])).map(
    ({ text, count, examples }) =>
      `The server breaks a rule of its API. ${text} (${[`${formatCount(count)} ×`, ...examples].join(', ')})`,
  );
}

/**
 * A page after the end of the list (a link from when it was longer) leads to the last page there is, and says so. Until that is
 * there, nothing counts as shown.
 */
function useRedirectFromPastEnd(view: View, { shown, isPartial, forgetOthers }: List): ShownPage | undefined {
  const isBeyond = shown !== undefined && isPastEnd(shown.page);
  // A part may still grow to where the page is.
  const lastOffset = isBeyond && !isPartial && shown.source === 'view' ? pagingOf(shown.page).lastOffset : undefined;
  const forget = useEffectEvent(forgetOthers);
  useEffect(() => {
    if (lastOffset === undefined) return;
    // The others are from when the list was longer: they would say so again.
    forget();
    const note = `Row ${formatCount(view.offset + 1)} was past the end of the list, so its last page was opened.`;
    navigate(urlOf(withOffset(view, lastOffset)), { replace: true, note });
  }, [view, lastOffset]);
  return isBeyond ? undefined : shown;
}

/** The address of pages of other lengths, at the row that is the first in sight. */
function addressWithLimit(view: View, to: { readonly limit: number; readonly shown: ShownPage | undefined }): string {
  const { limit, shown } = to;
  const firstRow = view.offset + Math.floor(topRowOf(currentFragment()));
  const maxRows = shown && shown.page.limit < shown.view.limit ? shown.page.limit : undefined;
  const resized = withLimit(view, { limit, firstRow, maxRows });
  return urlOf(resized.view) + fragmentOf(resized.topRow);
}
