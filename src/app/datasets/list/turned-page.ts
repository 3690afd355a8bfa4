import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { filterOf, type ListView } from '../../../contract/list-params.ts';
import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import { showOnceThere } from '../../address/show-once-there.ts';
import { listViewOf, type View } from '../../address/view-params.ts';
import { coversList } from '../../collection/read/collection-state.ts';
import { datasetsPage, everyDatasetsPage, fetchPage, type ListedPage, pageStays } from '../pages/page-queries.ts';
import { type ShownPage, turnKey } from './list-state.ts';
import { continuePage, type ReadStretch, readByPages, type Stretch, type Turn } from './page-seam.ts';
import { pagingOf } from './paging.ts';
import { pageQuestion } from './use-asked-page.ts';
import type { ListCollection } from './use-collection.ts';
import { withOffset } from './view-changes.ts';

/** A turn from a page on screen to the next one or the one before. */
export interface PageTurn extends Turn {
  /** The page that was on screen, and when the server gave it, in ms since 1970. */
  readonly from: ListedPage;
  readonly updatedAtMs: number;
}

/** The turn of a page on screen that has rows. */
function turnOf(shown: ShownPage, way: Turn['way']): PageTurn {
  const { page, problems, begunTotal, updatedAtMs } = shown;
  const { total, offset, items: rows } = page;
  const from = { view: listViewOf(shown.view), page, problems, begunTotal };
  return { way, desc: from.view.desc, rows, offset, total, pageSize: pagingOf(page).pageSize, from, updatedAtMs };
}

/** The page that a turn leads to, by the API. The same turn leads to the same page until that is forgotten. */
function turnedPage(turn: PageTurn) {
  const { way, desc, pageSize, rows, from } = turn;
  const edge = way === 'next' ? rows.at(-1) : rows[0];
  return queryOptions({
    queryKey: [...everyDatasetsPage, 'turned', filterOf(from.view), desc, from.view.limit, pageSize, way, edge?.id],
    queryFn: ({ signal }) => turnByApi(turn, signal),
    ...pageStays,
  });
}

async function turnByApi(turn: PageTurn, signal: AbortSignal): Promise<ListedPage> {
  let problems: ListedPage['problems'];
  const read = readByPages(async (part) => {
    const listed = await fetchPage({ ...turn.from.view, ...part }, signal);
    problems = listed.problems;
    return listed.page;
  });
  return listedPage(turn, await continuePage(turn, read), problems);
}

/** The page that a turn leads to, of rows that are there: `undefined` where they have none for it. */
async function turnByRows(turn: PageTurn, read: ReadStretch): Promise<ListedPage | undefined> {
  const stretch = await continuePage(turn, read);
  return stretch.rows.length === 0 ? undefined : listedPage(turn, stretch);
}

function listedPage({ from, pageSize }: PageTurn, stretch: Stretch, problems?: ListedPage['problems']): ListedPage {
  const { view, page, begunTotal = page.total } = from;
  const { offset, total, rows } = stretch;
  const limit = Math.min(view.limit, pageSize);
  return {
    view: { ...view, offset },
    page: { total, offset, limit, desc: view.desc, count: rows.length, items: [...rows] },
    problems,
    // At the top are those that are new since; what is gone since does not make up for them.
    begunTotal: view.desc && offset > 0 ? Math.min(begunTotal, total) : undefined,
  };
}

/** Notes how the reader comes to a page: where that is asked for again, it goes on there. Without a turn it is that of its place. */
function noteTurn(client: QueryClient, to: ListView, turn: PageTurn | undefined): void {
  const queryKey = turnKey(to);
  client.removeQueries({ queryKey, exact: true });
  if (turn !== undefined) {
    client.getQueryCache().build(client, { queryKey, gcTime: Number.POSITIVE_INFINITY }).setData(turn);
  }
}

/** Notes what stands on the other side of a page that was turned to: the page that was left, as it was. */
function noteWayBack(client: QueryClient, { from, way, updatedAtMs, ...turn }: PageTurn, to: ListedPage): void {
  const { offset, total, items: rows, count } = to.page;
  // The first page has rows of the one after it where there are too few before that.
  if (count === 0 || (way === 'previous' && (count < turn.pageSize || offset === 0))) return;
  const back = {
    ...turn,
    way: way === 'next' ? 'previous' : 'next',
    rows,
    offset,
    total,
    from: to,
    updatedAtMs,
  } as const;
  client.setQueryData(turnedPage(back).queryKey, from, { updatedAt: updatedAtMs });
}

/** The page at an address that the reader has turned to: the one that goes on there. */
export async function turnAgain(
  turn: PageTurn,
  { client, view, signal }: { readonly client: QueryClient; readonly view: ListView; readonly signal: AbortSignal },
): Promise<ListedPage> {
  const listed = await turnByApi(turn, signal);
  noteWayBack(client, turn, listed);
  // The first page is the first page, however the reader comes there.
  if (listed.page.offset === 0) noteTurn(client, view, undefined);
  return listed;
}

/** Fetches the page ahead that goes on behind the one on screen. */
export function fetchAhead(client: QueryClient, shown: ShownPage): void {
  // A refused prefetch is not tried again: the page is asked for when somebody goes there.
  void client.prefetchQuery({ ...turnedPage(turnOf(shown, 'next')), retry: false });
}

/** The way from a page on screen. */
interface TurnOptions {
  readonly client: QueryClient;
  readonly view: View;
  readonly shown: ShownPage;
  readonly way: Turn['way'];
  /** Where the page is that it leads to, if the list has not changed. */
  readonly offset: number;
  readonly collection: ListCollection;
  readonly userId: string | undefined;
}

/**
 * Turns a page: to the one that was fetched ahead, or is known from before; else to that of the rows that are loaded, behind which the
 * API is asked; else the API is asked for it.
 */
export function turnPage(options: TurnOptions): void {
  const { client, view, shown, way, offset, collection } = options;
  const turn = turnOf(shown, way);
  const known = client.getQueryState(turnedPage(turn).queryKey);
  if (known?.data !== undefined) {
    arrive(known.data, { client, view, turn, updatedAtMs: known.dataUpdatedAt });
    return;
  }
  let found: ListedPage | undefined;
  const { state } = collection;
  const looking = coversList(state) ? turnByRows(turn, readRows(options)) : undefined;
  showOnceThere(
    looking?.then((page) => {
      found = page;
    }),
    {
      show() {
        if (found !== undefined) {
          arrive(found, { client, view, turn, updatedAtMs: state.asOfMs ?? 0, isUnchecked: true });
          return;
        }
        const to = listViewOf(withOffset(view, offset));
        noteTurn(client, to, turn);
        client.removeQueries({ queryKey: datasetsPage(to).queryKey, exact: true });
        navigate(urlOf(withOffset(view, offset)));
      },
    },
  );
}

function readRows({ view, collection, userId }: TurnOptions): ReadStretch {
  return async (offset, limit) => {
    const question = pageQuestion({ ...view, sort: [], q: '', offset, limit }, userId);
    const { rows = [], matching = 0 } = (await collection.ask('page', question)) ?? {};
    return { offset, total: matching, rows };
  };
}

/** Goes to a page that is there. */
function arrive(
  listed: ListedPage,
  options: {
    readonly client: QueryClient;
    readonly view: View;
    readonly turn: PageTurn | undefined;
    readonly updatedAtMs: number;
    /** Whether the API is to be asked behind it. */
    readonly isUnchecked?: boolean;
    readonly replace?: boolean;
  },
): void {
  const { client, view, turn, updatedAtMs, isUnchecked = false, replace = false } = options;
  const { queryKey } = datasetsPage(listed.view);
  client.setQueryData(queryKey, listed, { updatedAt: updatedAtMs });
  if (isUnchecked) void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
  noteTurn(client, listed.view, listed.page.offset === 0 ? undefined : turn);
  if (turn !== undefined) noteWayBack(client, turn, listed);
  navigate(urlOf(withOffset(view, listed.view.offset)), { replace });
}

/** Gives a page the address of the place where it was found, which is another one than where it was looked for first. */
export function readdress(client: QueryClient, view: View): void {
  const from = listViewOf(view);
  const { queryKey } = datasetsPage(from);
  const { data, dataUpdatedAt = 0 } = client.getQueryState<ListedPage>(queryKey) ?? {};
  if (data === undefined || data.view.offset === view.offset) return;
  const turn = client.getQueryData<PageTurn>(turnKey(from));
  arrive(data, { client, view, turn, updatedAtMs: dataUpdatedAt, replace: true });
  noteTurn(client, from, undefined);
  client.removeQueries({ queryKey, exact: true });
}
