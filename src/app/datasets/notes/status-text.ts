import type { View } from '../../address/view-params.ts';
import { orderText } from '../list/list-orders.ts';
import type { Paging } from '../list/paging.ts';

/** What the line beside the heading says, with `range` and `total` set apart to be shown strongly. */
export interface StatusText {
  /** "51–100", "0" of an empty list. */
  readonly range: string;
  readonly total: string;
  /** "datasets", and which ones when they are not all of the list: "datasets found". */
  readonly noun: string;
  /** "newest first" */
  readonly order: string;
  /** The same for who listens: "Page 2 of 24, 50 of 1,200 datasets, newest first". */
  readonly spoken: string;
  /** For the title of the document. */
  readonly title: string;
}

const subjects: Record<View['ownership'], string> = {
  all: 'Datasets',
  ownedByMe: 'My datasets',
  sharedWithMe: 'Datasets shared with me',
};

/** What is on screen, in words. `formatCount` writes a number in the reader's locale. */
export function statusTextOf(
  paging: Paging,
  options: {
    /** What is on screen, in the order that the server applied. */
    readonly view: Pick<View, 'ownership' | 'sort' | 'desc' | 'q'>;
    /** Whether only a part of the list was asked: then nothing is said of the whole. */
    readonly isPartial: boolean;
    /** Whether `paging` is where one continuous scroll has come to: who listens is not told of every step. */
    readonly isScrolled?: boolean;
    readonly formatCount: (count: number) => string;
  },
): StatusText {
  const { view, isPartial, isScrolled = false, formatCount } = options;
  const { firstRow, lastRow, count } = paging;
  const range = firstRow === lastRow ? formatCount(firstRow) : `${formatCount(firstRow)}–${formatCount(lastRow)}`;
  const total = formatCount(paging.total);
  const order = orderText(view);
  const noun = `datasets${view.q.trim() === '' ? (isPartial ? ' loaded' : '') : ' found'}${isPartial ? ' so far' : ''}`;
  const page = `Page ${formatCount(paging.pageNumber)} of ${formatCount(paging.pageCount)}`;
  return {
    range,
    total,
    noun,
    order,
    spoken: `${isScrolled ? '' : `${page}, ${formatCount(count)} of `}${total} ${noun}, ${order}`,
    title: `${subjects[view.ownership]} ${range} of ${total}, ${order}`,
  };
}

/** Which datasets the list covers. While unnamed ones are shown the API leaves the empty ones out (CONTRACT, `unnamed`). */
export function coverageOf(view: Pick<View, 'unnamed'>): string {
  return view.unnamed
    ? 'Empty datasets are not listed while unnamed ones are shown.'
    : 'Named datasets only, empty ones included.';
}
