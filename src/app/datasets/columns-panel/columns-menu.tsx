import { type ReactElement, Suspense } from 'react';
import { later } from '../../browser/later.ts';
import { Popover } from '../../ui/floats/popover.tsx';

// Nothing of it is needed before it is opened.
const ColumnsPanel = later(async () => (await import('./columns-panel.tsx')).ColumnsPanel);

/** The button "Columns", and behind it which columns there are, their order, and how times are written. */
export function ColumnsMenu(): ReactElement {
  return (
    <Popover label="Columns" variant="quiet" align="end">
      {(close) => (
        <Suspense fallback={<div className="columns-panel" />}>
          <ColumnsPanel onClose={close} />
        </Suspense>
      )}
    </Popover>
  );
}
