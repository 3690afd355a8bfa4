import { type BadParam, readParams, writeParams } from '../../contract/params.ts';
import { readSort } from '../../engine/order/sort-key.ts';
import { datasetFields } from '../datasets/fields.ts';
import { fragmentOf, topRowOf } from './scroll-fragment.ts';
import { type View, viewParams } from './view-params.ts';

const datasetsPathname = '/datasets';

/** What `/` leads to. */
export const homeView: View = { ...readParams(viewParams, new URLSearchParams(), () => {}), desc: true, limit: 50 };

/** The dashboard's address of a view: the API's own parameters and `sort` and `q`, their defaults left out. */
export function urlOf(view: View): string {
  const search = writeParams(viewParams, view);
  return search === '' ? datasetsPathname : `${datasetsPathname}?${search}`;
}

/** Which page an address shows. */
export type Page =
  | { readonly name: 'datasets'; readonly view: View }
  | { readonly name: 'unknown'; readonly pathname: string };

/** The page at an address. Parameters that cannot be read fall back to their defaults. */
export function pageAt(address: { readonly pathname: string; readonly search: string }): Page {
  if (!isDatasets(address.pathname)) return { name: 'unknown', pathname: address.pathname };
  return { name: 'datasets', view: readParams(viewParams, new URLSearchParams(address.search), () => {}) };
}

/** The one address that says what `url` means, and a sentence about what could not be read of it. */
export interface CanonicalAddress {
  /** Path, query and fragment. */
  readonly address: string;
  readonly note: string | undefined;
}

/**
 * The canonical form of an address: `/` leads to the first page, bad values to their defaults, and what is no parameter of the
 * view is dropped (a `token` above all: it must not stay in the address bar, nor be said).
 */
export function canonicalAddress(url: URL): CanonicalAddress {
  if (url.pathname === '/') return { address: urlOf(homeView), note: undefined };
  if (!isDatasets(url.pathname)) return { address: url.pathname + url.search + url.hash, note: undefined };
  const bad: BadParam[] = [];
  const view = readParams(viewParams, url.searchParams, (one) => bad.push(one));
  if (view.sort.length > 0) {
    const { dropped } = readSort(url.searchParams.get('sort') ?? '', datasetFields);
    if (dropped.length > 0) bad.push({ codec: viewParams.sort, values: [dropped.join()] });
  }
  return {
    address: urlOf(view) + fragmentOf(topRowOf(url.hash)),
    note: noteOf(bad, unknownIn(url.searchParams)) || undefined,
  };
}

/** Of the parameters that a view does not have, those that somebody may have expected something of: not what says where a link was. */
function unknownIn(search: URLSearchParams): string[] {
  return [...search.keys()].filter((name) => !Object.hasOwn(viewParams, name) && !/^(token$|utm_)/.test(name));
}

/** A static host may add a slash to the path. */
function isDatasets(pathname: string): boolean {
  return pathname === datasetsPathname || pathname === `${datasetsPathname}/`;
}

const maxShownChars = 40;

/** Of an unknown parameter the name alone is said: what it holds may be a secret. */
function noteOf(bad: readonly BadParam[], unknown: readonly string[]): string {
  const given = bad.map(({ codec, values }) => values.map((value) => `${codec.name}=${shorten(value)}`).join('&'));
  const left = [...given, ...new Set(unknown.map(shorten))].join(', ');
  return left && `Not understood in the address, so left out: ${left}`;
}

function shorten(value: string): string {
  return value.length > maxShownChars ? `${value.slice(0, maxShownChars)}…` : value;
}
