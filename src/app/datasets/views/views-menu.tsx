import { type ReactElement, Suspense } from 'react';
import type { View } from '../../address/view-params.ts';
import { later } from '../../browser/later.ts';
import { Popover } from '../../ui/floats/popover.tsx';

// Nothing of it is needed before it is opened.
const ViewsPanel = later(async () => (await import('./views-panel.tsx')).ViewsPanel);

/** The button "Views", and behind it the views that the reader has named. */
export function ViewsMenu({ view }: { view: View }): ReactElement {
  return (
    <Popover label="Views" variant="quiet" align="end">
      {(close) => (
        <Suspense>
          <ViewsPanel view={view} onClose={close} />
        </Suspense>
      )}
    </Popover>
  );
}
