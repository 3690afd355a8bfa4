import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { columnStyles } from '../../table/column-widths.ts';
import { bodyPieces, rowHeightPx, rowsInSight } from '../../table/row-window.ts';
import { createdColumnId, type DatasetColumn, datasetColumnList } from '../dataset-column-list.ts';
import { type Html, html } from './html.ts';
import { iconHtml } from './icon-html.ts';
import { rowHtml } from './row-html.ts';

/** What the table shows, and how much of it. */
export interface PicturedTable {
  readonly page: DatasetPage;
  /** Whether the view asks for the newest first. */
  readonly desc: boolean;
  /** The first row in sight, fractions included. */
  readonly topRow: number;
  /** What the rows have of height. */
  readonly rowsHeightPx: number;
  readonly userId: string;
  readonly nowMs: number;
}

const columns = datasetColumnList('relative');

/** The markup of `DataTable` with its columns as they come. */
export function tableHtml(table: PicturedTable): Html {
  const { desc } = table;
  const widths = columnStyles(columns.map(({ meta }) => meta));
  return html`<div class="table-frame" data-state="ready"><div class="table-progress"></div><div class="table-scroller"><table><colgroup>${widths.map(
    (style) => html`<col data-style="--width:${style['--width']};--share:${style['--share']}">`,
  )}</colgroup><thead inert><tr>${columns.map((column) => headHtml(column, desc))}</tr></thead><tbody>${rowsHtml(table)}</tbody></table><div class="table-message"></div></div></div>`;
}

/** The markup of the rows in sight, and of the gap that stands for the others. */
export function rowsHtml({ page, topRow, rowsHeightPx, userId, nowMs }: PicturedTable): readonly Html[] {
  const { items, offset } = page;
  const pieces = bodyPieces(rowsInSight(topRow, rowsHeightPx, items.length), undefined, items.length);
  return pieces.flatMap(({ kind, from, to }) =>
    kind === 'gap'
      ? html`<tr data-style="height:${(to - from) * rowHeightPx}px"><td colspan="${columns.length}"></td></tr>`
      : items
          .slice(from, to)
          .map((dataset, at) => rowHtml({ dataset, columns, index: from + at, offset, userId, nowMs })),
  );
}

function headHtml({ id, meta: { label, align, sortable } }: DatasetColumn, desc: boolean): Html {
  const direction = id === createdColumnId ? html` aria-sort="${desc ? 'descending' : 'ascending'}"` : undefined;
  const name = sortable
    ? html`<button type="button" class="sort">${label}${iconHtml(desc ? 'chevron-down' : 'chevron-up', 14)}</button>`
    : html`<span>${label}</span>`;
  return html`<th${direction}${align === 'end' ? html` class="num"` : undefined}>${name}<div class="resize"></div></th>`;
}
