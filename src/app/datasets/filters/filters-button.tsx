import type { ReactElement } from 'react';
import { useStoredValue } from '../../browser/stored-value.ts';
import { Button } from '../../ui/controls/button.tsx';
import { filtersOpen } from './filters-open.ts';

/** The button that opens and closes the filters. */
export function FiltersButton(): ReactElement {
  const isOpen = useStoredValue(filtersOpen) !== 'closed';
  return (
    <Button variant="quiet" aria-expanded={isOpen} onClick={() => filtersOpen.set(isOpen ? 'closed' : 'open')}>
      Filters
    </Button>
  );
}
