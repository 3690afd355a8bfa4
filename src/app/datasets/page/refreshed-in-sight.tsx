import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import type { View } from '../../address/view-params.ts';
import type { RowRange } from '../../table/window/row-window.ts';
import { formatSince } from '../../ui/format/absolute-time.ts';
import { formatCount, readerLocales } from '../../ui/format/number-format.ts';
import type { ShownPage } from '../list/list-state.ts';
import { askedPage } from '../list/use-asked-page.ts';
import type { ListCollection } from '../list/use-collection.ts';

/** So long rows have to rest before they are read again, in ms. */
const restMs = 400;

const nowhere: RowRange = { from: 0, to: 0 };

/**
 * Keeps the rows in sight as they are now, where the list on screen has rows of an earlier visit: once they rest they are read again,
 * by a few requests. Says of when they are.
 */
export function RefreshedInSight(props: {
  view: View;
  /** What is on screen: another one when its rows are others. */
  shown: ShownPage | undefined;
  collection: ListCollection;
  userId: string | undefined;
}): ReactElement | null {
  const { view, shown, collection, userId } = props;
  const { state, refreshRows } = collection;
  const isOld = state.phase === 'complete' && state.oldRows > 0;
  const { from, to } = useRestingRows(isOld ? shown : undefined) ?? nowhere;
  const inSight = { ...view, offset: from, limit: to - from };
  const isSomeInSight = isOld && to > from;
  const { data } = useQuery({ ...askedPage(collection, inSight, userId), enabled: isSomeInSight });
  useEffect(() => {
    if (!isSomeInSight) return;
    const { sort, desc, q } = view;
    refreshRows({ sort, desc, q, offset: from, limit: to - from, userId, locales: readerLocales() });
  }, [isSomeInSight, from, to, view, userId, refreshRows]);
  if (!isSomeInSight || data?.answer === undefined) return null;
  const { refreshedAtMs, isOrderOld } = data.answer;
  const text = refreshedText(refreshedAtMs, {
    sortedAtMs: isOrderOld ? state.asOfMs : undefined,
    formatCount,
    formatSince,
  });
  return text === undefined ? null : (
    <span className="load">
      <span>{text}</span>
    </span>
  );
}

/** The places of the rows in sight, counted over all that is found, once nothing has moved for a while; looked up anew with `rows`. */
function useRestingRows(rows: unknown): RowRange | undefined {
  const [resting, setResting] = useState<RowRange>();
  useEffect(() => {
    if (rows === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setResting(rowsOnScreen()), restMs);
    };
    wait();
    addEventListener('scroll', wait, { capture: true, passive: true });
    addEventListener('resize', wait);
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', wait, { capture: true });
      removeEventListener('resize', wait);
    };
  }, [rows]);
  return resting;
}

/** Of the rows that are drawn some are above or below what is in sight. */
function rowsOnScreen(): RowRange | undefined {
  const frame = document.querySelector('.table-scroller')?.getBoundingClientRect();
  if (frame === undefined) return undefined;
  const places = [...document.querySelectorAll('.table-scroller tr[data-row]')]
    .filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > Math.max(0, frame.top) && top < Math.min(innerHeight, frame.bottom);
    })
    // The header is the first row, and rows are counted from 1.
    .map((row) => Number(row.getAttribute('aria-rowindex')) - 2);
  return places.length === 0 ? undefined : { from: Math.min(...places), to: Math.max(...places) + 1 };
}

/**
 * Of when the rows in sight are, where some were read again since the list was; nothing where none was. `refreshedAtMs` has a time
 * for those, in ms since 1970; `sortedAtMs` is when rows were sorted that have another value by now.
 */
export function refreshedText(
  refreshedAtMs: readonly (number | undefined)[],
  options: {
    readonly sortedAtMs: number | undefined;
    readonly formatCount: (count: number) => string;
    readonly formatSince: (timeMs: number) => string;
  },
): string | undefined {
  const { sortedAtMs, formatCount, formatSince } = options;
  const times = refreshedAtMs.filter((timeMs) => timeMs !== undefined);
  if (times.length === 0) return undefined;
  const isAll = times.length === refreshedAtMs.length;
  const some = isAll
    ? 'rows in sight'
    : `${formatCount(times.length)} of ${formatCount(refreshedAtMs.length)} rows in sight`;
  const order = sortedAtMs === undefined ? '' : `, in the order of ${formatSince(sortedAtMs)}`;
  return `${some} as of ${formatSince(Math.min(...times))}${order}`;
}
