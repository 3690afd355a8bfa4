import type { DatasetListItem } from '../../../contract/dataset.ts';
import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { shownName } from '../../collection/engine/columns/shown-name.ts';
import { bodyPieces, type RowRange, rowHeightPx } from '../../table/window/row-window.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import { formatRelativeTime, relativeTime, relativeTimeLocale } from '../../ui/format/relative-time.ts';
import { type Html, html } from './html.ts';
import { iconHtml } from './icon-html.ts';

/** What rows depend on beside their datasets. */
interface Reading {
  /** The row that the Tab key comes to, by its place on the page. */
  readonly tabStop: number;
  /** The caller's own. */
  readonly userId: string;
  /** Since 1970. */
  readonly nowMs: number;
}

/** The markup of the rows in sight and of the gaps that stand for the others, as `TableBody` makes it with all columns. */
export function rowsHtml(shown: Reading & { readonly page: DatasetPage; readonly inSight: RowRange }): Html {
  const { page, inSight } = shown;
  const { items, offset } = page;
  const pieces = bodyPieces(inSight, undefined, items.length);
  return html`${pieces.flatMap(({ kind, from, to }) =>
    kind === 'gap'
      ? html`<tr aria-hidden="true" data-style="height:${(to - from) * rowHeightPx}px"><td colSpan="${cells.length}"></td></tr>`
      : items.slice(from, to).map((dataset, at) => rowHtml({ ...shown, dataset, index: from + at, offset })),
  )}`;
}

/**
 * The markup of a row as `TableRow` and `datasetColumns` make it, but for styles: they stand in `data-style`, since the page's
 * policy lets no markup bring any. `index` is its place on the page, `offset` how many rows the list has before that.
 */
export function rowHtml(
  row: Reading & { readonly dataset: DatasetListItem; readonly index: number; readonly offset: number },
): Html {
  const { dataset, index, offset, tabStop } = row;
  return html`<tr data-row="${index}" aria-rowindex="${offset + index + 2}" tabindex="${index === tabStop ? 0 : -1}">${cells.map((cell) => cell(dataset, row))}</tr>`;
}

const cells: readonly ((dataset: DatasetListItem, reading: Reading) => Html)[] = [
  (dataset) => html`<td>${nameHtml(dataset)}</td>`,
  ({ id }) =>
    html`<td><span class="id"><span class="mono">${id}</span><button type="button" class="copy copy-icon" aria-label="Copy ID" tabindex="-1" data-copy="${id}">${iconHtml('copy', 14)}</button></span></td>`,
  ({ itemCount }) => html`<td class="num">${formatCount(itemCount)}</td>`,
  (dataset) => html`<td class="num">${cleanItemsHtml(dataset)}</td>`,
  ({ createdAt }, { nowMs }) => html`<td>${timeHtml(createdAt, nowMs, '')}</td>`,
  ({ modifiedAt }, { nowMs }) => html`<td>${timeHtml(modifiedAt, nowMs, ' dim')}</td>`,
  ({ accessedAt }, { nowMs }) => html`<td>${timeHtml(accessedAt, nowMs, ' dim')}</td>`,
  (dataset, { userId }) => html`<td>${ownerHtml(dataset, userId)}</td>`,
  ({ actId }) => html`<td>${cutHtml(actId)}</td>`,
  ({ actRunId }) => html`<td>${cutHtml(actRunId, 'mono')}</td>`,
];

function nameHtml(dataset: DatasetListItem): Html {
  const shown = shownName(dataset);
  if (!shown) return html`<span class="unnamed">Unnamed</span>`;
  const both = dataset.name && dataset.name !== shown ? `${shown}\n${dataset.name}` : undefined;
  return tipHtml(shown, {
    className: 'name',
    dir: 'auto',
    tip: both,
    isTabStop: both !== undefined || shown.length > 16,
  });
}

function cleanItemsHtml({ itemCount, cleanItemCount }: DatasetListItem): Html {
  const bar =
    itemCount > cleanItemCount
      ? html`<span data-style="inline-size:${Math.max(3, Math.floor((cleanItemCount / itemCount) * 100))}%"></span>`
      : undefined;
  return html`${formatCount(cleanItemCount)}<span class="ratio">${bar}</span>`;
}

function timeHtml(iso: string, nowMs: number, className: '' | ' dim'): Html {
  const timeMs = Date.parse(iso);
  if (Number.isNaN(timeMs)) return html`<span>${iso}</span>`;
  const words = formatRelativeTime(relativeTime(timeMs, nowMs));
  const time = html`<time dateTime="${iso}" dir="auto" lang="${relativeTimeLocale()}">${words}</time>`;
  return tipHtml(time, { className: `cut when${className}`, isTabStop: true });
}

function ownerHtml({ userId: ownerId, username }: DatasetListItem, userId: string): Html {
  return ownerId === userId ? html`You` : cutHtml(username || ownerId);
}

function cutHtml(text: string | null | undefined, kind: 'dim' | 'mono' = 'dim'): Html {
  if (!text) return html`<span class="dim">–</span>`;
  const dir = kind === 'mono' ? 'ltr' : 'auto';
  return tipHtml(text, { className: `cut ${kind}`, dir, isTabStop: text.length > 12 });
}

function tipHtml(
  content: string | Html,
  options: {
    readonly className: string;
    readonly dir?: 'auto' | 'ltr';
    readonly tip?: string | undefined;
    readonly isTabStop: boolean;
  },
): Html {
  const { className, dir, tip, isTabStop } = options;
  const direction = dir && html` dir="${dir}"`;
  const tabIndex = isTabStop ? html` tabindex="-1"` : undefined;
  return html`<span class="tip-anchor ${className}"${direction}${tip === undefined ? undefined : html` data-tip="${tip}"`}${tabIndex}>${content}</span>`;
}
