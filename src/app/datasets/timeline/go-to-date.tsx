import { type ReactElement, Suspense } from 'react';
import { later } from '../../browser/later.ts';
import { Icon } from '../../ui/controls/icon.tsx';
import { Popover } from '../../ui/floats/popover.tsx';
import type { GoToDateProps } from './go-to-date-panel.tsx';

// Nothing of it is needed before it is opened.
const GoToDatePanel = later(async () => (await import('./go-to-date-panel.tsx')).GoToDatePanel);

/** The button "Go to date", and behind it which date. */
export function GoToDate(props: Omit<GoToDateProps, 'onClose'>): ReactElement {
  return (
    <Popover label="Go to date" button={<Icon name="calendar" />} square>
      {(close) => (
        <Suspense>
          <GoToDatePanel {...props} onClose={close} />
        </Suspense>
      )}
    </Popover>
  );
}
