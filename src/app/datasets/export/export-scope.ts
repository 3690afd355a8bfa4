import { isAsked, type View } from '../../address/view-params.ts';
import type { CollectionState } from '../../collection/read/collection-state.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import { orderText } from '../list/list-orders.ts';
import type { ShownPage } from '../list/list-state.ts';
import type { List } from '../list/use-list.ts';

/** What an export would cover. */
export interface ExportScope {
  /** What it is, in a sentence. */
  readonly sentence: string;
  /** How much of the list stands behind it: "all 1,200". */
  readonly text: string;
  /** Whether every row is loaded, as far as is known. */
  readonly isAll: boolean;
  /** What all of it takes when it is not. */
  readonly cost: string;
  /** What is loaded, where that is a part. */
  readonly part: { readonly rows: number; readonly total: number } | undefined;
}

/** What the export of a view would cover now. */
export function exportScopeOf(
  view: View,
  list: Pick<List, 'shown' | 'scope' | 'pages' | 'listTotal'> & {
    readonly collection: Pick<List['collection'], 'state'>;
  },
): ExportScope {
  const { shown, scope, pages } = list;
  const { state } = list.collection;
  const { covered, total: loadedTotal, progress } = state;
  const total = loadedTotal ?? list.listTotal ?? 0;
  const rows = Math.max(covered, progress?.rows ?? 0);
  const shownTotal = shown?.source === 'view' ? shown.page.total : undefined;
  const isBehind = shown !== undefined && isNewer(view, shown, state);
  const found = isBehind || isAsked(view) ? shownTotal : total;
  const known = scope.isAll && found !== undefined ? `: ${datasets(found)}` : '';
  return {
    sentence: `All that this view lists, not only this page${known}, ${orderText(view)}.`,
    text: scope.text,
    isAll: scope.isAll && !isBehind,
    cost: isBehind ? 'The list has changed since: it is brought up to date first.' : costOf(pages),
    part: !scope.isAll && rows > 0 ? { rows, total: Math.max(total, rows) } : undefined,
  };
}

/** Whether a page of the API has said since the list was loaded that it has another length. */
function isNewer(view: View, { source, page, updatedAtMs }: ShownPage, state: CollectionState): boolean {
  const { phase, total, asOfMs = 0 } = state;
  // What is asked of the rows that are loaded says nothing of the list.
  return !isAsked(view) && source === 'view' && phase === 'complete' && page.total !== total && updatedAtMs > asOfMs;
}

function costOf(pages: number | undefined): string {
  return pages === undefined ? 'The list is loaded first.' : `The list is loaded first: ${requests(pages)}.`;
}

function datasets(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'dataset' : 'datasets'}`;
}

function requests(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'request' : 'requests'}`;
}
