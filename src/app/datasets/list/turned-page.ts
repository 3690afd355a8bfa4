import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { filterOf, type ListView } from '../../../contract/list-params.ts';
import { listViewOf } from '../../address/view-params.ts';
import { orUnreachable } from '../../api/client.ts';
import { datasetsPage, everyDatasetsPage, fetchPage, type ListedPage, pageStays } from '../../api/queries.ts';
import type { ShownPage } from './list-state.ts';
import type { ReadStretch, Stretch, Turn } from './page-seam.ts';
import { pagingOf } from './paging.ts';

/** A turn from a page on screen to the next one or the one before. */
export interface PageTurn extends Turn {
  /** The page that was on screen, and when the server gave it, in ms since 1970. */
  readonly from: ListedPage;
  readonly updatedAtMs: number;
}

/** The turn of a page on screen that has rows. */
export function turnOf(shown: ShownPage, way: Turn['way']): PageTurn {
  const { page, problems, begunTotal, updatedAtMs } = shown;
  const { total, offset, items: rows } = page;
  const from = { view: listViewOf(shown.view), page, problems, begunTotal };
  return { way, desc: from.view.desc, rows, offset, total, pageSize: pagingOf(page).pageSize, from, updatedAtMs };
}

/** The page that a turn leads to, by the API. The same turn leads to the same page until that is forgotten. */
export function turnedPage(turn: PageTurn) {
  const { way, desc, pageSize, rows, from } = turn;
  const edge = way === 'next' ? rows.at(-1) : rows[0];
  return queryOptions({
    queryKey: [...everyDatasetsPage, 'turned', filterOf(from.view), desc, from.view.limit, pageSize, way, edge?.id],
    queryFn: ({ signal }) => turnByApi(turn, signal),
    ...pageStays,
  });
}

async function turnByApi(turn: PageTurn, signal: AbortSignal): Promise<ListedPage> {
  // Nothing of it is needed before the first turn.
  const { continuePage, readByPages } = await orUnreachable(import('./page-seam.ts'), signal);
  let problems: ListedPage['problems'];
  const read = readByPages(async (part) => {
    const listed = await fetchPage({ ...turn.from.view, ...part }, signal);
    problems = listed.problems;
    return listed.page;
  });
  return listedPage(turn, await continuePage(turn, read), problems);
}

/** The page that a turn leads to, of rows that are there: `undefined` where they have none for it. */
export async function turnByRows(turn: PageTurn, read: ReadStretch): Promise<ListedPage | undefined> {
  const { continuePage } = await import('./page-seam.ts');
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

const turnKey = (to: ListView) => ['datasets', 'turn', to] as const;

/** How the reader has come to a page by turning, if so. */
export function turnThatLedTo(client: QueryClient, to: ListView): PageTurn | undefined {
  return client.getQueryData<PageTurn>(turnKey(to));
}

/** Notes how the reader comes to a page: where that is asked for again, it goes on there. Without a turn it is that of its place. */
export function noteTurn(client: QueryClient, to: ListView, turn: PageTurn | undefined): void {
  const queryKey = turnKey(to);
  client.removeQueries({ queryKey, exact: true });
  if (turn !== undefined) {
    client.getQueryCache().build(client, { queryKey, gcTime: Number.POSITIVE_INFINITY }).setData(turn);
  }
}

/** Notes what stands on the other side of a page that was turned to: the page that was left, as it was. */
export function noteWayBack(client: QueryClient, { from, way, updatedAtMs, ...turn }: PageTurn, to: ListedPage): void {
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

/** A page of the list: where the reader has turned to it, the one that goes on there. */
export function pageOrTurned(view: ListView) {
  return queryOptions({
    ...datasetsPage(view),
    async queryFn({ client, signal }): Promise<ListedPage> {
      const turn = turnThatLedTo(client, view);
      if (turn === undefined) return await fetchPage(view, signal);
      const listed = await turnByApi(turn, signal);
      noteWayBack(client, turn, listed);
      // The first page is the first page, however the reader comes there.
      if (listed.page.offset === 0) noteTurn(client, view, undefined);
      return listed;
    },
  });
}
