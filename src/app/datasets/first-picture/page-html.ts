import type { ListView } from '../../../contract/list-params.ts';
import type { ServerInfo } from '../../../contract/server-info.ts';
import { homeView, urlOf } from '../../paths.ts';
import { sourceLabel } from '../../served-by.ts';
import type { IconName } from '../../ui/icon-outlines.ts';
import { formatCount } from '../../ui/number-format.ts';
import { ageText } from '../age-text.ts';
import { ownerships, pageLimits } from '../list-choices.ts';
import { type Paging, pagingOf } from '../paging.ts';
import { coverageOf, statusTextOf } from '../status-text.ts';
import { type Html, html } from './html.ts';
import { iconHtml } from './icon-html.ts';
import { type PicturedTable, tableHtml } from './table-html.ts';

/** What the whole page shows. */
export interface PicturedPage extends Omit<PicturedTable, 'desc' | 'userId'> {
  readonly view: ListView;
  readonly served: ServerInfo;
  readonly user: NonNullable<ServerInfo['user']>;
  /** Host and port of the API. */
  readonly host: string;
  /** `light`, `dark`, or what is neither for the system's. */
  readonly theme: string | undefined;
}

/** Parts two texts as React does: a line of one text and a line of two are drawn alike but for fractions of a pixel. */
const apart = html`<!-- -->`;

/** The markup of the list's page: the elements that `Frame` and `DatasetsList` draw, without what only matters to who uses them. */
export function pageHtml(shown: PicturedPage): Html {
  const { view, page, user } = shown;
  const paging = pagingOf(page);
  const table = { ...shown, desc: view.desc, userId: user.id };
  return html`<div class="frame">${topBarHtml(shown)}<main class="page">${listHeadHtml(shown, paging)}${toolbarHtml(view)}${tableHtml(table)}<div class="notices"><div></div></div>${pagerHtml(view, paging)}</main></div>`;
}

function topBarHtml({ served, host, user, theme }: PicturedPage): Html {
  const icon = theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'contrast';
  return html`<header class="top-bar" inert><a class="mark" href="${urlOf(homeView)}"><svg width="14" height="14" viewBox="0 0 14 14"><path d="M0 1h14v3H0zM0 5.5h10.5v3H0zM0 10h7v3H0z"></path></svg><span>Setlist</span></a>${sourceHtml(served, host)}<span class="grow"></span><button type="button" class="btn btn-quiet btn-square "><kbd class="kbd">?</kbd></button><button type="button" class="btn btn-default  ">API</button>${squareHtml('quiet', icon)}<span class="account"><span class="sr-only">Signed in as </span><bdi>${user.username}</bdi></span></header>`;
}

function sourceHtml(served: ServerInfo, host: string): Html {
  const { name, place } = sourceLabel(served, host);
  const where = place === undefined ? undefined : html`<span class="source-place"> · ${apart}${place}</span>`;
  const label = html`<span class="source-label">${name}${where}</span>`;
  if (served.kind !== 'sample') return html`<span class="source">${label}</span>`;
  return html`<span class="source"><button type="button" class="btn btn-quiet  ">${label}</button></span>`;
}

function listHeadHtml({ view, page }: PicturedPage, paging: Paging): Html {
  const { range, total, order, spoken } = statusTextOf(paging, {
    ownership: view.ownership,
    desc: page.desc,
    formatCount,
  });
  return html`<div class="list-head" inert><h1>Datasets</h1><p class="status"><span><b>${range}</b> of <b>${total}</b> datasets, ${apart}${order}</span> <span class="sr-only">${spoken}</span></p><span class="grow"></span><div class="freshness"><span></span><span class="updated">updated ${apart}${ageText(0)}</span></div></div>`;
}

function toolbarHtml(view: ListView): Html {
  const choices = ownerships.map(
    ({ value, label }) =>
      html`<label><input type="radio" name="pictured"${checked(value === view.ownership)}>${label}</label>`,
  );
  return html`<div class="toolbar" inert><div class="segmented">${choices}</div>${switchHtml('Include unnamed', view.unnamed)}${switchHtml('Newest first', view.desc)}<p class="coverage">${coverageOf(view)}</p><span class="grow"></span><div class="tools"><button type="button" class="btn btn-quiet  ">Columns</button><button type="button" class="btn btn-quiet btn-square refresh">${iconHtml('refresh')}</button></div></div>`;
}

function switchHtml(label: string, isOn: boolean): Html {
  return html`<label class="switch"><input type="checkbox"${checked(isOn)}><span>${label}</span></label>`;
}

function checked(isChecked: boolean): Html | undefined {
  return isChecked ? html` checked` : undefined;
}

function pagerHtml(view: ListView, paging: Paging): Html {
  const known = pageLimits.includes(view.limit) ? pageLimits : [view.limit, ...pageLimits];
  const options = known.map((limit) => {
    const label = pageLimits.includes(limit) ? formatCount(limit) : String(limit);
    return html`<option value="${limit}"${limit === view.limit ? html` selected` : undefined}>${label}</option>`;
  });
  const turners = (['first', 'previous', 'next', 'last'] as const).map((icon) => {
    const to = icon === 'first' || icon === 'previous' ? paging.previousOffset : paging.nextOffset;
    return squareHtml('default', icon, html` aria-disabled="${to === undefined ? 'true' : 'false'}"`);
  });
  return html`<nav class="pager" inert><label class="field-inline"><span>Rows per page</span><select class="select">${options}</select></label><span class="grow"></span><div class="field-inline"><label>Page</label><input type="text" class="input page-field" value="${formatCount(paging.pageNumber)}"></div><span class="page-count">of ${apart}${formatCount(paging.pageCount)}</span><div class="turners">${turners}</div></nav>`;
}

function squareHtml(variant: 'default' | 'quiet', icon: IconName, attributes?: Html): Html {
  return html`<button type="button" class="btn btn-${variant} btn-square "${attributes}>${iconHtml(icon)}</button>`;
}
