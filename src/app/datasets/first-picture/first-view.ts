import { canonicalAddress, pageAt } from '../../address/paths.ts';
import { isSearched, type View } from '../../address/view-params.ts';
import type { TextStorage } from '../../browser/browser-storage.ts';
import { storedKeys } from '../../browser/stored-keys.ts';

/** What is there before any of the page's own code has run. */
export interface Beginning {
  readonly address: URL;
  /** `history.state` of the entry. */
  readonly historyState: unknown;
  readonly tab: TextStorage;
  readonly device: TextStorage;
}

/**
 * The view that the page begins with, when all there is to know of its looks is in its address: no token, no choice of columns,
 * times or panels, nothing searched for, the rows at their top, and nothing to say about how it came here. `undefined` leaves the
 * beginning to the page.
 */
export function firstViewOf({ address, historyState, tab, device }: Beginning): View | undefined {
  const page = pageAt(address);
  const { note } = canonicalAddress(address);
  if (
    page.name !== 'datasets' ||
    isSearched(page.view) ||
    address.hash !== '' ||
    note !== undefined ||
    hasNote(historyState)
  )
    return undefined;
  try {
    const isKept = (['token', 'columns', 'times', 'timeline', 'filters', 'reading'] as const).some(
      (key) => device.getItem(storedKeys[key]) !== null,
    );
    const isKeptByTab =
      tab.getItem(storedKeys.token) !== null || tab.getItem(storedKeys.leftAt)?.includes('#') === true;
    return isKept || isKeptByTab ? undefined : page.view;
  } catch {
    // Storage is forbidden: there is nothing in it.
    return page.view;
  }
}

function hasNote(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'note' in state;
}
