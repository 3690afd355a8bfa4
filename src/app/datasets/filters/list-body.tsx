import { lazy, type ReactElement, type ReactNode, Suspense } from 'react';
import { useStoredValue } from '../../ui/stored-value.ts';
import { filtersOpen } from './filters-open.ts';
import type { FiltersPanelProps } from './filters-panel.tsx';

// Nothing of it is needed before it is opened.
const FiltersPanel = lazy(async () => ({ default: (await import('./filters-panel.tsx')).FiltersPanel }));

/** The table, and beside it the filters while those are open. */
export function ListBody(props: Omit<FiltersPanelProps, 'open'> & { children: ReactNode }): ReactElement {
  const open = useStoredValue(filtersOpen);
  return (
    <div className="list-body">
      {open === 'closed' ? null : (
        <Suspense fallback={<div className="filters" />}>
          <FiltersPanel {...props} open={open} />
        </Suspense>
      )}
      {props.children}
    </div>
  );
}
