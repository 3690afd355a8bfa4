import type { DatasetPage } from '../../../contract/dataset-page.ts';
import type { ServerInfo } from '../../../contract/server-info.ts';
import { isAsked, type View } from '../../address/view-params.ts';
import type { KeptPage } from '../../api/kept-pages.ts';
import { sourceLabel } from '../../api/served-by.ts';
import { iconOutlines } from '../../ui/controls/icon-outlines.ts';
import { formatSince } from '../../ui/format/absolute-time.ts';
import { pageBeganMs } from '../../ui/format/clock.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import { stateBehindKept } from '../list/kept-answer.ts';
import { shownSort } from '../list/list-orders.ts';
import { freePages, pagesOf } from '../list/list-requests.ts';
import { pagingOf } from '../list/paging.ts';
import { scopeTextOf } from '../list/scope-text.ts';
import { ageText } from '../notes/age-text.ts';
import { coverageOf, statusTextOf } from '../notes/status-text.ts';
import { findIn } from './find-in.ts';
import { html } from './html.ts';
import { iconHtml } from './icon-html.ts';

/** What the whole page shows. */
export interface PicturedPage {
  readonly view: View;
  readonly page: DatasetPage;
  /** The answer of the collection that the page is, and nothing for one of the API. */
  readonly kept: KeptPage | undefined;
  readonly served: ServerInfo;
  readonly user: NonNullable<ServerInfo['user']>;
  /** Host and port of the API. */
  readonly host: string;
  /** `light`, `dark`, or what is neither for the system's. */
  readonly theme: string | undefined;
  /** Whether there is room for the timeline. */
  readonly hasTimeline: boolean;
}

/**
 * Gives the prerendered page (prerender.tsx) the texts and states of a list, so that it is what React would draw of it, but for the
 * rows. Throws where that page is another one than this knows.
 */
export function fillPage(root: ParentNode, shown: PicturedPage): void {
  const { view, page, kept, user, theme, hasTimeline } = shown;
  const find = <Found extends Element = HTMLElement>(selector: string) => findIn<Found>(root, selector);
  const paging = pagingOf(page);
  const status = statusTextOf(paging, { view: { ...view, desc: page.desc }, isPartial: false, formatCount });

  fillSource(find('.source'), shown);
  find('.account').title = `Signed in as ${user.username}`;
  setTexts(find('.account bdi'), [user.username]);
  const themeIcon = iconOutlines[theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'contrast'];
  find('[aria-label="Theme"] path').setAttribute('d', themeIcon);

  setTexts(find('.status-text'), [status.range, ' of ', status.total, ' ', status.noun, ', ', status.order]);
  setTexts(find('.status > .sr-only'), [status.spoken]);
  if (kept) {
    find('.chip').className = 'chip';
    setTexts(find('.chip'), [
      scopeTextOf(stateBehindKept(kept), { listTotal: undefined, formatCount, formatSince }).text,
    ]);
    setTexts(find('.updated'), ['updated ', ageText(pageBeganMs - kept.updatedAtMs)]);
  }
  const pages = pagesOf({ view, page });
  if (kept || pages <= freePages) find('.load').remove();
  else setTexts(find('.load > span'), [`${formatCount(pages)} requests`]);

  find<HTMLInputElement>(`.segmented [value="${view.ownership}"]`).checked = true;
  const [unnamed, newestFirst] = root.querySelectorAll<HTMLInputElement>('.switch input');
  if (unnamed) unnamed.checked = view.unnamed;
  if (newestFirst) newestFirst.checked = view.desc && !isAsked(view);
  setTexts(find('.coverage'), [coverageOf(view)]);
  if (!hasTimeline) {
    find('.timeline-place').remove();
    find('.tools [aria-expanded="true"]').ariaExpanded = 'false';
  }

  find('table').ariaRowCount = String(page.total + 1);
  fillOrder(find, view);

  const limits = find<HTMLSelectElement>('.pager select');
  for (const option of limits.options) option.text = formatCount(Number(option.value));
  const limit = String(view.limit);
  limits.value = limit;
  // One of the reader's own, as `Select` shows it.
  if (limits.value !== limit) limits.prepend(new Option(limit, limit, false, true));
  find<HTMLInputElement>('.page-field').value = formatCount(paging.pageNumber);
  setTexts(find('.page-count'), ['of ', formatCount(paging.pageCount)]);
  const [first, previous, next, last] = root.querySelectorAll('.turners button');
  for (const button of [first, previous])
    button?.setAttribute('aria-disabled', String(paging.previousOffset === undefined));
  for (const button of [next, last]) button?.setAttribute('aria-disabled', String(paging.nextOffset === undefined));
}

/** Marks the columns that the rows are in the order of, instead of the one that the prerendered page has. */
function fillOrder(find: (selector: string) => Element, view: View): void {
  find('[aria-sort="descending"]').ariaSort = 'none';
  find('.sort > svg').remove();
  const sort = shownSort(view);
  for (const [at, { id, desc }] of sort.entries()) {
    const header = `[data-column="${id}"]`;
    const place = sort.length > 1 ? html`<sub aria-hidden="true">${at + 1}</sub>` : undefined;
    const { markup } = html`${iconHtml(desc ? 'chevron-down' : 'chevron-up', 14)}${place}`;
    find(header).ariaSort = desc ? 'descending' : 'ascending';
    find(`${header} .sort`).insertAdjacentHTML('beforeend', markup);
  }
}

function fillSource(source: HTMLElement, { served, host }: PicturedPage): void {
  const { name, place = '' } = sourceLabel(served, host);
  const label = `${name} · ${place}`;
  if (served.kind === 'sample') {
    const sample = findIn(findIn<HTMLTemplateElement>(document, '#sample-source').content, '.source');
    for (const named of sample.querySelectorAll('[aria-label]')) named.ariaLabel = label;
    setTexts(sample, [name, ' · ', place]);
    source.replaceWith(sample);
  } else {
    source.title = label;
    setTexts(source, [name, ' · ', place]);
  }
}

/** Gives the texts in an element other words, in their order. */
function setTexts(element: Element, texts: readonly string[]): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (const text of texts) {
    const node = walker.nextNode();
    if (node !== null) node.nodeValue = text;
  }
}
