import { storedKeys } from '../../browser/stored-keys.ts';
import { storedValue } from '../../browser/stored-value.ts';

/** `kept`: from the visit before, and not by a click of this one. */
export type FiltersOpen = 'closed' | 'kept' | 'open';

/** Where the filters have no room beside the table: there they lie over it, and not before a click. */
export const narrow = '(max-width: 900px)';

/** Whether the filters are open. */
export const filtersOpen = storedValue<FiltersOpen>({
  key: storedKeys.filters,
  parse: (text) => (text === 'closed' || text === null || matchMedia(narrow).matches ? 'closed' : 'kept'),
  format: String,
});
