import type { ReactElement } from 'react';
import { useStoredValue } from '../../browser/stored-value.ts';
import { Button } from '../../ui/controls/button.tsx';
import { timelineShown } from '../list/list-preferences.ts';

/** Shows and hides the timeline, for good. */
export function TimelineButton(): ReactElement {
  const isShown = useStoredValue(timelineShown);
  return (
    <Button variant="quiet" aria-expanded={isShown} onClick={() => timelineShown.set(!isShown)}>
      Timeline
    </Button>
  );
}
