import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { type ListFilter, type ListView, listKey } from '../../../contract/list-params.ts';

/** Where a page stands in its list, by what the server answered: it may give fewer rows than were asked for. */
export interface Paging {
  /** Rows in a page, at least 1: those that the server gives at most. */
  readonly pageSize: number;
  /** Counted from 1: the page that the first row would be on if all pages began at multiples of `pageSize`. */
  readonly pageNumber: number;
  /** At least 1, also of an empty list. */
  readonly pageCount: number;
  readonly total: number;
  /** Rows here. */
  readonly count: number;
  /** The first and the last row here, counted from 1; both 0 when there is none. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** The offsets of the neighbours, `undefined` where there is none. */
  readonly previousOffset: number | undefined;
  readonly nextOffset: number | undefined;
  readonly lastOffset: number;
}

/** The part of an answer that paging needs. */
export type PagedAnswer = Pick<DatasetPage, 'total' | 'offset' | 'limit' | 'count'>;

/** What is shown of a list. */
interface ShownList {
  readonly view: ListView;
  readonly page: PagedAnswer;
}

/** The paging of an answer. */
export function pagingOf(answer: PagedAnswer): Paging {
  const { offset, count } = answer;
  const total = Math.max(answer.total, count === 0 ? 0 : offset + count);
  const pageSize = Math.max(1, rowsGiven(answer));
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const nextOffset = offset + pageSize;
  return {
    pageSize,
    pageNumber: Math.min(Math.floor(offset / pageSize) + 1, pageCount),
    pageCount,
    total,
    count,
    firstRow: count === 0 ? 0 : offset + 1,
    lastRow: count === 0 ? 0 : offset + count,
    previousOffset: offset > 0 ? Math.max(0, offset - pageSize) : undefined,
    nextOffset: nextOffset < total ? nextOffset : undefined,
    lastOffset: (pageCount - 1) * pageSize,
  };
}

/** The rows that a page has: the granted `limit`, or fewer where the server gives fewer although more are left. */
function rowsGiven({ total, offset, limit, count }: PagedAnswer): number {
  return count > 0 && offset + count < total ? Math.min(limit, count) : limit;
}

/**
 * Where a view stands by what is shown: while its own answer is on the way, by the total of the page before. `undefined` when that
 * says nothing about it, being of another list.
 */
export function pagingOfView(view: ListView, shown: ShownList): Paging | undefined {
  if (!isSameList(view, shown.view)) return undefined;
  if (view.limit === shown.view.limit && view.offset === shown.view.offset) return pagingOf(shown.page);
  const { limit: granted, total } = shown.page;
  const isCapped = granted < shown.view.limit;
  return pagingByTotal({ ...view, limit: isCapped ? Math.min(view.limit, granted) : view.limit }, total);
}

/** Whether two views show the same list, whatever part of it and in whatever order. */
export function isSameList(one: ListFilter, other: ListFilter): boolean {
  return listKey(one) === listKey(other);
}

/** Where a view stands by the total alone: its own page has not come. */
export function pagingByTotal({ offset, limit }: Pick<ListView, 'offset' | 'limit'>, total: number): Paging {
  return pagingOf({ total, offset, limit, count: Math.max(0, Math.min(limit, total - offset)) });
}

/** The offset of a page by its number, counted from 1; a number outside the list means the nearest page in it. */
export function offsetOfPage(paging: Paging, pageNumber: number): number {
  return (Math.max(1, Math.min(Math.trunc(pageNumber), paging.pageCount)) - 1) * paging.pageSize;
}

const pageNumberForm = /^(?:\d{1,15}|\d{1,3}(?:[\s,.'’_٬]\d{2,3}){0,3}[\s,.'’_٬]\d{3})$/;

/**
 * The page that a reader typed: digits of any script, grouped as any locale does or not; `undefined` when it is no such number
 * ("2.5").
 */
export function readPageNumber(text: string): number | undefined {
  const plain = text.trim().replace(/\p{Nd}/gu, digitValue);
  return pageNumberForm.test(plain) ? Number(plain.replace(/\D/g, '')) : undefined;
}

/** `٣` is `3`: Unicode has the ten digits of a script in a row, and some such rows one after the other. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/** Whether a page begins after the list's end: the list is shorter than its address says. */
export function isPastEnd({ offset, count, total }: PagedAnswer): boolean {
  return count === 0 && offset > 0 && offset >= total;
}

/** Where a list is that is read as one scroll: pages of one row each, the first in sight, with what is in sight between its neighbours. */
export interface ScrolledPaging extends Paging {
  /** What has become of the list meanwhile. */
  readonly note: string | undefined;
}
