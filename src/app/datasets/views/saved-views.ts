import * as v from 'valibot';
import { storedValue } from '../../browser/stored-value.ts';

/** An address of the list that the reader has given a name. */
export interface SavedView {
  /** Tells it from all others, in any case of its letters. */
  readonly name: string;
  /** Path and query, as they were: what of it is still understood shows when it is opened. */
  readonly address: string;
}

/** Keeps what is stored small, and the list one that can be read. */
export const maxViews = 100;
export const maxNameChars = 60;
const maxAddressChars = 2000;

const version = 1;
const schema = v.object({
  version: v.literal(version),
  views: v.array(v.object({ name: v.string(), address: v.string() })),
});

/** What was stored, or nothing where that is something else, or of a version that we do not know. What breaks a rule is left out. */
export function parseSavedViews(text: string | null): readonly SavedView[] {
  if (text === null) return [];
  try {
    const views: SavedView[] = [];
    for (const { name: given, address } of v.parse(schema, JSON.parse(text)).views) {
      const name = viewName(given);
      const isPath = /^\/(?![/\\])/.test(address) && address.length <= maxAddressChars;
      if (isPath && whyNotNamed(views, name) === undefined) views.push({ name, address });
    }
    return views;
  } catch {
    return [];
  }
}

/** The stored form: `parseSavedViews` reads back the same views. */
export function formatSavedViews(views: readonly SavedView[]): string {
  return JSON.stringify({ version, views });
}

/** Characters that show nothing: a name of them alone is none. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/gu;

/** A name as it is kept: white space as one space, none around it. */
export function viewName(given: string): string {
  return given.replace(/\s+/g, ' ').trim();
}

/** Why a view cannot have this name, in words for the reader; `undefined` when it can. `except` is the view that is renamed. */
export function whyNotNamed(
  views: readonly SavedView[],
  given: string,
  except?: SavedView | undefined,
): string | undefined {
  const name = viewName(given);
  if (name.replace(unseen, '').trim() === '') return 'A view needs a name.';
  if (name.length > maxNameChars) return `A name has at most ${maxNameChars} characters.`;
  const others = except === undefined ? views : withoutView(views, except);
  if (others.some((view) => isSame(view.name, name))) return 'There is a view of this name already.';
  if (others.length >= maxViews) return `There are ${maxViews} views: delete one first.`;
  return undefined;
}

/** Why a view cannot be kept, in words for the reader; `undefined` when it can. */
export function whyNotSaved(views: readonly SavedView[], { name, address }: SavedView): string | undefined {
  if (address.length > maxAddressChars) return 'The search of this view is too long to be kept.';
  return whyNotNamed(views, name);
}

/** With a view more, at the end. It must be one that can be kept (`whyNotSaved`). */
export function withView(views: readonly SavedView[], { name, address }: SavedView): readonly SavedView[] {
  return [...views, { name: viewName(name), address }];
}

/** With another name for a view, in its place; as they were where there is none of its name any more. */
export function withName(views: readonly SavedView[], view: SavedView, name: string): readonly SavedView[] {
  return views.map((one) => (one.name === view.name ? { ...one, name: viewName(name) } : one));
}

/** Without a view. */
export function withoutView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return views.filter((one) => one.name !== view.name);
}

/** With a view that was deleted, where it was; without it when its name has been given to another one since. */
export function withViewBack(views: readonly SavedView[], view: SavedView, index: number): readonly SavedView[] {
  if (whyNotNamed(views, view.name) !== undefined) return views;
  return [...views.slice(0, index), view, ...views.slice(index)];
}

const key = 'setlist.views';

/** The reader's views of this server: it is kept by the address that the page is from. */
export const savedViews = storedValue({ key, parse: parseSavedViews, format: formatSavedViews });

/** Whether views outlast the page: where storage is full or forbidden, they do not. */
export function areViewsKept(views: readonly SavedView[]): boolean {
  try {
    return formatSavedViews(parseSavedViews(localStorage.getItem(key))) === formatSavedViews(views);
  } catch {
    return views.length === 0;
  }
}

function isSame(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}
