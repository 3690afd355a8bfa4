import type { DatasetListItem } from '../../../contract/dataset.ts';
import { formatCount } from '../../ui/number-format.ts';
import { formatRelativeTime, relativeTime, relativeTimeLocale } from '../../ui/relative-time.ts';
import type { DatasetColumn, DatasetColumnId } from '../dataset-column-list.ts';
import { type Html, html } from './html.ts';
import { iconHtml } from './icon-html.ts';

/** A row of the list, and what its words depend on. */
export interface PicturedRow {
  readonly dataset: DatasetListItem;
  readonly columns: readonly DatasetColumn[];
  /** Position on the page. */
  readonly index: number;
  /** Rows of the whole list before the page's first. */
  readonly offset: number;
  /** The caller's own. */
  readonly userId: string;
  /** Since 1970. */
  readonly nowMs: number;
}

/**
 * The markup of a row as `BodyRow` and `datasetColumns` make it, but for styles: they stand in `data-style`, since the page's
 * policy lets no markup bring any.
 */
export function rowHtml(row: PicturedRow): Html {
  const { columns, index, offset } = row;
  return html`<tr data-row="${index}" aria-rowindex="${offset + index + 2}" tabindex="${index === 0 ? 0 : -1}">${columns.map(
    ({ id, meta }) =>
      meta.align === 'end' ? html`<td class="num">${cells[id](row)}</td>` : html`<td>${cells[id](row)}</td>`,
  )}</tr>`;
}

const cells: Readonly<Record<DatasetColumnId, (row: PicturedRow) => Html>> = {
  name: ({ dataset }) => nameHtml(dataset),
  id: ({ dataset: { id } }) =>
    html`<span class="id"><span class="mono">${id}</span><button type="button" class="copy copy-icon " aria-label="Copy ID" tabindex="-1">${iconHtml('copy', 14)}</button></span>`,
  items: ({ dataset }) => html`${formatCount(dataset.itemCount)}`,
  'clean-items': ({ dataset }) => cleanItemsHtml(dataset),
  created: ({ dataset, nowMs }) => timeHtml(dataset.createdAt, nowMs),
  modified: ({ dataset, nowMs }) => timeHtml(dataset.modifiedAt, nowMs, 'dim'),
  accessed: ({ dataset, nowMs }) => timeHtml(dataset.accessedAt, nowMs, 'dim'),
  owner: ({ dataset, userId }) =>
    dataset.userId === userId ? html`You` : cutHtml(dataset.username || dataset.userId, 'dim'),
  actor: ({ dataset }) => cutHtml(dataset.actId, 'dim'),
  run: ({ dataset }) => cutHtml(dataset.actRunId, 'mono'),
};

function nameHtml({ name, title }: DatasetListItem): Html {
  const shown = title || name;
  if (!shown) return html`<span class="unnamed">Unnamed</span>`;
  const hasMore = Boolean(title && name) || shown.length > 16;
  return tipHtml(html`<bdi>${shown}</bdi>`, { className: 'name', isTabStop: hasMore });
}

function cleanItemsHtml({ itemCount, cleanItemCount }: DatasetListItem): Html {
  const bar =
    itemCount > cleanItemCount
      ? html`<span data-style="inline-size:${Math.max(3, Math.floor((cleanItemCount / itemCount) * 100))}%"></span>`
      : undefined;
  return html`${formatCount(cleanItemCount)}<span class="ratio">${bar}</span>`;
}

function timeHtml(iso: string, nowMs: number, className = ''): Html {
  const timeMs = Date.parse(iso);
  if (Number.isNaN(timeMs)) return html`<span>${iso}</span>`;
  const words = formatRelativeTime(relativeTime(timeMs, nowMs));
  return tipHtml(html`<time dateTime="${iso}" dir="auto" lang="${relativeTimeLocale()}">${words}</time>`, {
    className: `cut ${className}`,
    isTabStop: true,
  });
}

function cutHtml(text: string | null | undefined, className: 'dim' | 'mono'): Html {
  if (!text) return html`<span class="dim">–</span>`;
  return tipHtml(html`${text}`, { className: `cut ${className}`, isTabStop: text.length > 12 });
}

function tipHtml(content: Html, options: { readonly className: string; readonly isTabStop: boolean }): Html {
  const tabIndex = options.isTabStop ? html` tabindex="-1"` : undefined;
  return html`<span class="tip-anchor ${options.className}"${tabIndex}>${content}</span>`;
}
