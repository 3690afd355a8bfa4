import { useState } from 'react';
import { navigate } from '../../address/location.ts';
import { useStoredValue } from '../../browser/stored-value.ts';
import { readingPreference } from '../list/list-preferences.ts';
import type { ShownPage } from '../list/list-state.ts';

/** How the list is read: what the reader has chosen, and the rows to begin with where that is one continuous scroll. */
export function useReading(shown: ShownPage | undefined) {
  const reading = useStoredValue(readingPreference);
  const [now, setNow] = useState(reading);
  // The scroll stays until the page is there that takes its place.
  if (now !== reading && (reading === 'scroll' || shown?.source !== 'before')) setNow(reading);
  return { reading, scrolled: now === 'scroll' && shown?.page.items.length ? shown : undefined };
}

/** Reads on the other way, from the row on that is in sight: where scrolling has led, the address says and the entry does not. */
export function readBy(reading: ReturnType<typeof readingPreference.get>): void {
  const { pathname, search, hash } = window.location;
  navigate(pathname + search + hash, { replace: true });
  readingPreference.set(reading);
}
