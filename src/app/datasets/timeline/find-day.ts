import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { filterOf } from '../../../contract/list-params.ts';
import { dayOrder, type TimeSpan } from '../../../engine/query/time-values.ts';
import { isAsked, isSearched, type View } from '../../address/view-params.ts';
import { findOffset } from '../../collection/probe/find-offset.ts';
import type { ProbedRows } from '../../collection/probe/offset-bracket.ts';
import { readerLocales } from '../../ui/format/number-format.ts';
import type { ShownPage } from '../list/list-state.ts';
import type { List } from '../list/use-list.ts';
import { isWholeNow } from '../list/use-list.ts';
import { fetchPatiently } from '../pages/fetch-patiently.ts';

/** What is looked through. */
export interface DaySearch {
  readonly view: View;
  readonly list: List;
  readonly userId: string | undefined;
  readonly day: TimeSpan;
  readonly signal: AbortSignal;
  /** Called before each request, with its number. */
  readonly onRequest: (number: number) => void;
}

/** Fewer rows tell too little of what is around them. */
const leastRows = 20;

/**
 * The first row of a day in the API's own order, or else the next one: from the collection where it is there (and is all that a search is
 * answered from), else by a few pages of the API. `undefined` of an empty list, or one without dates. Rejects with a `RequestFailure`, or the signal's reason.
 */
export async function findDay(search: DaySearch): Promise<FoundDay | undefined> {
  const { view, list, day } = search;
  const { desc } = view;
  const found = isSearched(view) || isWholeNow(list) ? await answered(search) : await probed(search);
  return found && { day, desc, ...found };
}

type FoundRow = Pick<FoundDay, 'offset' | 'total' | 'createdAtMs'>;

async function answered({ view, list, userId, day, signal }: DaySearch): Promise<FoundRow | undefined> {
  const { q, desc } = view;
  const answer = await list.collection.ask('day', { q, desc, day, userId, locales: readerLocales() });
  signal.throwIfAborted();
  return answer?.createdAtMs === undefined ? undefined : { ...answer, createdAtMs: answer.createdAtMs };
}

async function probed({ view, list, day, signal, onRequest }: DaySearch): Promise<FoundRow | undefined> {
  const { desc } = view;
  const { keyOf, dayKey } = dayOrder(day, desc);
  const limit = Math.max(leastRows, view.limit);
  let requests = 0;
  const { offset, key, total } = await findOffset({
    key: dayKey,
    known: list.shown && knownRows(view, list.shown, keyOf),
    async probe(from) {
      requests += 1;
      onRequest(requests);
      const page = await fetchPatiently({ ...filterOf(view), desc, limit, offset: from }, signal);
      return { total: page.total, offset: from, keys: keysOf(page, keyOf) };
    },
  });
  // Turned round twice it is the time again.
  return key === undefined || !Number.isFinite(key) ? undefined : { offset, total, createdAtMs: keyOf(key) };
}

/** The rows on screen, where they are a page of the list that is looked through. */
function knownRows(view: View, { page, source }: ShownPage, keyOf: (timeMs: number) => number): ProbedRows | undefined {
  if (source !== 'view' || isAsked(view)) return undefined;
  const { total, offset } = page;
  return { total, offset, keys: keysOf(page, keyOf) };
}

/** A row whose server gives no date stands where the one before it does. */
function keysOf({ items }: DatasetPage, keyOf: (timeMs: number) => number): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return items.map(({ createdAt }) => {
    const key = keyOf(Date.parse(createdAt));
    if (!Number.isNaN(key)) last = key;
    return last;
  });
}

/** Where a search for a day has ended. */
export interface FoundDay {
  readonly day: TimeSpan;
  readonly desc: boolean;
  /** Rows before the one that was found. */
  readonly offset: number;
  readonly total: number;
  /** When that was created, in ms since 1970. */
  readonly createdAtMs: number;
}

/** What going to a date has done, in one sentence. `formatDay` writes the day that a point in time is in. */
export function dayNote(
  found: FoundDay,
  options: { readonly formatCount: (count: number) => string; readonly formatDay: (timeMs: number) => string },
): string {
  const { day, desc, offset, total, createdAtMs } = found;
  const { formatCount, formatDay } = options;
  const wanted = formatDay(day.startMs);
  const row = `row ${formatCount(offset + 1)} of ${formatCount(total)}`;
  if (createdAtMs >= day.startMs && createdAtMs < day.endMs) {
    return `The ${desc ? 'last' : 'first'} dataset of ${wanted} is ${row}.`;
  }
  const nearest = `of ${formatDay(createdAtMs)}, is the nearest in this order: ${row}.`;
  const isFirst = createdAtMs >= day.endMs && (desc ? offset === total - 1 : offset === 0);
  const isLast = createdAtMs < day.startMs && (desc ? offset === 0 : offset === total - 1);
  if (isFirst) return `${wanted} is before the first dataset. That, ${nearest}`;
  if (isLast) return `${wanted} is after the last dataset. That, ${nearest}`;
  return `No dataset was created on ${wanted}. The next one, ${nearest}`;
}
