import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ProbedList } from '../../collection/probe/probe-list.ts';
import type { ScalePlace } from '../../table/window/scale-places.ts';
import { formatCount, readerLocales } from '../../ui/format/number-format.ts';
import { useAnswer } from '../list/use-answer.ts';
import type { List } from '../list/use-list.ts';
import { type AskedProbes, probesKey } from '../timeline/probes-key.ts';
import { type OrderValue, orderTexts, orderValue, spanOf } from './order-texts.ts';
import type { Reading } from './use-row-source.ts';

/** What stands beside the scrollbar. */
export interface Scale {
  readonly onScale: (places: readonly ScalePlace[]) => void;
  readonly texts: readonly (string | undefined)[];
  readonly textAt: (row: number) => string | undefined;
}

/**
 * What the scrollbar leads to: the values of the column that the list is ordered by, from the collection or else by the probes that
 * the timeline has made. It costs no request: where nothing is known it is the number of the row.
 */
export function useScale(
  reading: Reading,
  options: { readonly list: List; readonly userId: string | undefined },
): Scale {
  const { list, userId } = options;
  const { question, isWhole, source } = reading;
  const { sort, desc, q } = question;
  const column = sort[0]?.column ?? 'createdAt';
  const [places, setPlaces] = useState<readonly ScalePlace[]>([]);
  const rowsAsked = useMemo(() => places.map(({ row }) => row), [places]);
  const rows = useAnswer(list.collection, {
    name: 'rows',
    question: { sort, desc, q, places: rowsAsked, userId, locales: readerLocales() },
    isWanted: isWhole && rowsAsked.length > 0,
  });
  const { data: probed } = useQuery<AskedProbes>({
    queryKey: probesKey(list.collection.source),
    queryFn: skipToken,
  });
  return useMemo(() => {
    const probedAt = (row: number): OrderValue | undefined => {
      const timeMs = isWhole || probed === undefined ? undefined : probedTime(probed, { row, desc });
      return timeMs === undefined ? undefined : { kind: 'time', timeMs };
    };
    const values = rowsAsked.map((row, index) => {
      const answered = isWhole ? rows?.[index] : source.rowAt(row);
      return answered ? orderValue(answered, column) : probedAt(row);
    });
    const write = orderTexts({ locales: readerLocales(), spanMs: spanOf(values) });
    const isKnown =
      values.some((value) => value !== undefined && value.kind !== 'time') || values.filter(Boolean).length > 1;
    return {
      onScale: setPlaces,
      texts: values.map((value, index) => {
        if (isWhole || isKnown) return value && write.short(value);
        return formatCount((rowsAsked[index] ?? 0) + 1);
      }),
      textAt(row) {
        const there = source.rowAt(row);
        if (there) return write.long(orderValue(there, column));
        const about = probedAt(row);
        return about && `≈ ${write.short(about)}`;
      },
    };
  }, [rowsAsked, rows, probed, isWhole, source, column, desc]);
}

/**
 * About when the row at a place of a list was created, by a few of its rows in ascending order: between two of them the others are
 * taken to have come evenly. `undefined` where the probes say nothing.
 */
export function probedTime({ probes, total }: ProbedList, options: { row: number; desc: boolean }): number | undefined {
  const offset = options.desc ? total - 1 - options.row : options.row;
  let before: ProbedList['probes'][number] | undefined;
  let after: typeof before;
  for (const probe of probes) {
    if (Number.isNaN(probe.createdAtMs)) continue;
    if (probe.offset <= offset && (before === undefined || probe.offset > before.offset)) before = probe;
    if (probe.offset >= offset && (after === undefined || probe.offset < after.offset)) after = probe;
  }
  if (before === undefined || after === undefined) return (before ?? after)?.createdAtMs;
  if (after.offset === before.offset) return before.createdAtMs;
  const share = (offset - before.offset) / (after.offset - before.offset);
  return before.createdAtMs + share * (after.createdAtMs - before.createdAtMs);
}
