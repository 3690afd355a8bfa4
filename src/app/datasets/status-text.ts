import type { ListView } from '../../contract/list-params.ts';
import type { Paging } from './paging.ts';

/** What the line beside the heading says, with `range` and `total` set apart to be shown strongly. */
export interface StatusText {
  /** "51–100", "0" of an empty list. */
  readonly range: string;
  readonly total: string;
  /** "newest first" */
  readonly order: string;
  /** The same for who listens: "Page 2 of 24, 50 of 1,200 datasets, newest first". */
  readonly spoken: string;
  /** For the title of the document. */
  readonly title: string;
}

const subjects: Record<ListView['ownership'], string> = {
  all: 'Datasets',
  ownedByMe: 'My datasets',
  sharedWithMe: 'Datasets shared with me',
};

/** What is on screen, in words. `formatCount` writes a number in the reader's locale. */
export function statusTextOf(
  paging: Paging,
  options: {
    readonly ownership: ListView['ownership'];
    /** The order that the server applied. */
    readonly desc: boolean;
    readonly formatCount: (count: number) => string;
  },
): StatusText {
  const { ownership, desc, formatCount } = options;
  const { firstRow, lastRow, count } = paging;
  const range = firstRow === lastRow ? formatCount(firstRow) : `${formatCount(firstRow)}–${formatCount(lastRow)}`;
  const total = formatCount(paging.total);
  const order = desc ? 'newest first' : 'oldest first';
  const page = `Page ${formatCount(paging.pageNumber)} of ${formatCount(paging.pageCount)}`;
  return {
    range,
    total,
    order,
    spoken: `${page}, ${formatCount(count)} of ${total} datasets, ${order}`,
    title: `${subjects[ownership]} ${range} of ${total}, ${order}`,
  };
}

/** Which datasets the list covers. While unnamed ones are shown the API leaves the empty ones out (CONTRACT, `unnamed`). */
export function coverageOf(view: Pick<ListView, 'unnamed'>): string {
  return view.unnamed
    ? 'Empty datasets are not listed while unnamed ones are shown.'
    : 'Named datasets only, empty ones included.';
}
