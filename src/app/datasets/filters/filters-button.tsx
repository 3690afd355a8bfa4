import type { ReactElement } from 'react';
import { storedKeys } from '../../browser/stored-keys.ts';
import { storedValue, useStoredValue } from '../../browser/stored-value.ts';
import { Button } from '../../ui/controls/button.tsx';

/** The button that opens and closes the filters. */
export function FiltersButton(): ReactElement {
  const isOpen = useStoredValue(filtersOpen) !== 'closed';
  return (
    <Button variant="quiet" aria-expanded={isOpen} onClick={() => filtersOpen.set(isOpen ? 'closed' : 'open')}>
      Filters
    </Button>
  );
}

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
