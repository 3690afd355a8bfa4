import { storedKeys } from '../stored-keys.ts';
import { formatColumnPreferences, parseColumnPreferences } from '../table/column-preferences.ts';
import { storedValue } from '../ui/stored-value.ts';
import type { TimeMode } from '../ui/time.tsx';

/** Which columns the reader wants, in what order and how wide. */
export const columnPreferences = storedValue({
  key: storedKeys.columns,
  parse: parseColumnPreferences,
  format: formatColumnPreferences,
});

/** How points in time are written in the list. */
export const timesPreference = storedValue<TimeMode>({
  key: storedKeys.times,
  parse: (text) => (text === 'absolute' ? 'absolute' : 'relative'),
  format: String,
});
